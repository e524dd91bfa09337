"""Slow proofs that print figures: `python -m tests.benchmarks`."""
