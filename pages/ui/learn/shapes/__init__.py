"""The lesson Shapes."""
