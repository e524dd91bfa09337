"""For a class: links that begin something, fix or hide controls, and can be sent."""
