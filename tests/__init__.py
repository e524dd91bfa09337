"""Tests of RNN Lab; the folders mirror the project."""
