"""The tests; README.md says which goes where."""
