"""Tests of rnn_core.forecast.costs."""
