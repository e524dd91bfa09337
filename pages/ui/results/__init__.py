"""What came of trainings: the verdict, the curves, and the tabs below them."""
