"""Judging forecasts: arrays in, plain values out."""

from rnn_core.judge.direction import HitRate, hit_rate
from rnn_core.judge.metrics import mae, mape, mse, r2, rmse
from rnn_core.judge.scores import Scores, score
from rnn_core.judge.verdict import Verdict, verdict

__all__ = ["HitRate", "Scores", "Verdict", "hit_rate", "mae", "mape", "mse", "r2", "rmse", "score", "verdict"]
