"""Judging forecasts: arrays in, plain values out."""

from rnn_core.judge.metrics import mae, mse, rmse
from rnn_core.judge.verdict import Verdict, verdict

__all__ = ["Verdict", "mae", "mse", "rmse", "verdict"]
