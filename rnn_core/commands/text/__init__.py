"""The commands `text write | sentiment | rewrite`: each command a file, its answer another."""
