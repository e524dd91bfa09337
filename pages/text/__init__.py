"""Pages that work with text."""
