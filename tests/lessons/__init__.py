"""Tests of the numbers behind the pages that teach."""
