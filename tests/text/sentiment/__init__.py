"""Tests of judging texts."""
