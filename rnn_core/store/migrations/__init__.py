"""The steps from one form of the database to the next; once released, a step never changes."""
