"""What the pages that teach are made of."""
