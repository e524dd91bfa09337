"""Tests of the lesson on shapes."""
