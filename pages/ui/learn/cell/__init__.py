"""The lesson Inside the cell."""
