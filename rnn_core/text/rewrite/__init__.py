"""Rewrite: an encoder reads a short text, a decoder writes another one, letter by letter."""
