"""The training engine: a queue here, warm worker processes in a program of their own."""
