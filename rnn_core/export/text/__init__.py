"""Work with text as it leaves the house and comes back: a form a kind, what a run must hold to, and scripts."""
