"""Sentiment: a network that reads a sentence and says which of several labels it has."""
