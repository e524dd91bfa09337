"""The lesson When it goes wrong, its second half: scores that flatter."""
