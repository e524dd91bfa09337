"""The lesson When it goes wrong, its first half: trainings that fail, beside their cures."""
