"""Parts of the pages that work with text: what they share, and a room each."""
