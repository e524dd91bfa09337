"""The page Rewrite."""
