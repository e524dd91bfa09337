"""Tests of reading a person's file, one module each."""
