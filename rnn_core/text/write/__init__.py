"""Write: a network that reads a text letter by letter and says which comes next."""
