"""Judging forecasts: arrays in, plain values out."""

from rnn_core.judge.bands import LEVELS, Band, BandWay, Calibration, band
from rnn_core.judge.direction import HitRate, hit_rate
from rnn_core.judge.horizon import HorizonBand, horizon_band
from rnn_core.judge.lag import Lag, lag
from rnn_core.judge.learned import Failure, failure
from rnn_core.judge.metrics import mae, mape, mse, r2, rmse
from rnn_core.judge.repeats import Repeats, apart, repeats
from rnn_core.judge.scores import SCORES, Scores, ScoreWords, score
from rnn_core.judge.spread import spread
from rnn_core.judge.verdict import Verdict, verdict

__all__ = [
    "LEVELS",
    "SCORES",
    "Band",
    "BandWay",
    "Calibration",
    "Failure",
    "HitRate",
    "HorizonBand",
    "Lag",
    "Repeats",
    "ScoreWords",
    "Scores",
    "Verdict",
    "apart",
    "band",
    "failure",
    "hit_rate",
    "horizon_band",
    "lag",
    "mae",
    "mape",
    "mse",
    "r2",
    "repeats",
    "rmse",
    "score",
    "spread",
    "verdict",
]
