"""Choosing a series, looking at it, and reading it in another way."""
