"""The commands of the command line, one a file; each gives a value that is printed as text or as JSON."""
