"""Judging forecasts: arrays in, plain values out."""

from rnn_core.judge.metrics import mae, mse, rmse

__all__ = ["mae", "mse", "rmse"]
