"""How the texts in data/text are made: seeded, pure functions, all of whose words were written for this project."""
