"""The same networks with text: they write it, judge it and rewrite it."""
