"""Reading: an article's text becomes a drafted follow-up that an editor checks and applies."""
