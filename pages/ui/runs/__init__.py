"""Runs of before: the list, what can be done with them, and files of them."""
