"""The lesson Memory."""
