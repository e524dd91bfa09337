"""Tests of rewriting."""
