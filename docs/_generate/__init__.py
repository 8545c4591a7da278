"""What makes the reference pages from the code, a module for each kind of page."""
