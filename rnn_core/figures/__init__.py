"""Plotly figures: values in, `go.Figure` out. Nothing here trains, and nothing here knows Streamlit."""

from rnn_core.figures.ahead_alt import ahead_alt, backtest_alt, period_alt, replay_alt
from rnn_core.figures.ahead_chart import ahead_figure
from rnn_core.figures.alt import comparison_alt, live_alt, losses_alt, scores_alt, series_alt
from rnn_core.figures.backtest_chart import backtest_figure
from rnn_core.figures.comparison import comparison_figure
from rnn_core.figures.judging_alt import (
    error_by_period_alt,
    lag_alt,
    lag_curves_alt,
    repeats_alt,
    residual_histogram_alt,
    residual_memory_alt,
    residuals_alt,
    scatter_alt,
)
from rnn_core.figures.lag_chart import lag_curves, lag_figure
from rnn_core.figures.live import Learner, Rows, live_figure, live_losses
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.names import Group, Label, group_all, label_all, looks_of
from rnn_core.figures.numbers import short
from rnn_core.figures.outlook import Outlook, outlooks_of
from rnn_core.figures.parallel import ParallelAxis, parallel_figure
from rnn_core.figures.parallel_alt import parallel_alt
from rnn_core.figures.parts import Span
from rnn_core.figures.period_chart import error_by_period_figure, period_figure
from rnn_core.figures.renaming import rename_lines
from rnn_core.figures.repeated import Repeated, gather_repeats
from rnn_core.figures.repeats_chart import repeats_figure
from rnn_core.figures.replay import replay_figure
from rnn_core.figures.residuals import residual_histogram, residual_memory, residuals_figure
from rnn_core.figures.scatter import scatter_figure
from rnn_core.figures.scores_chart import scores_figure
from rnn_core.figures.series_chart import candle_figure, has_candles, series_figure
from rnn_core.figures.spark import spark_svg
from rnn_core.figures.theme import BASELINE_LOOKS, CELL_COLOURS, DARK, LIGHT, PAGE, Look, Say, Theme, cell_look

__all__ = [
    "BASELINE_LOOKS",
    "CELL_COLOURS",
    "DARK",
    "LIGHT",
    "PAGE",
    "Group",
    "Label",
    "Learner",
    "Look",
    "Outlook",
    "ParallelAxis",
    "Repeated",
    "Rows",
    "Say",
    "Span",
    "Theme",
    "ahead_alt",
    "ahead_figure",
    "backtest_alt",
    "backtest_figure",
    "candle_figure",
    "cell_look",
    "comparison_alt",
    "comparison_figure",
    "error_by_period_alt",
    "error_by_period_figure",
    "gather_repeats",
    "group_all",
    "has_candles",
    "label_all",
    "lag_alt",
    "lag_curves",
    "lag_curves_alt",
    "lag_figure",
    "live_alt",
    "live_figure",
    "live_losses",
    "looks_of",
    "loss_figure",
    "losses_alt",
    "outlooks_of",
    "parallel_alt",
    "parallel_figure",
    "period_alt",
    "period_figure",
    "rename_lines",
    "repeats_alt",
    "repeats_figure",
    "replay_alt",
    "replay_figure",
    "residual_histogram",
    "residual_histogram_alt",
    "residual_memory",
    "residual_memory_alt",
    "residuals_alt",
    "residuals_figure",
    "scatter_alt",
    "scatter_figure",
    "scores_alt",
    "scores_figure",
    "series_alt",
    "series_figure",
    "short",
    "spark_svg",
]
