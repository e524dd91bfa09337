"""Plotly figures: values in, `go.Figure` out. Nothing here trains, and nothing here knows Streamlit."""

from rnn_core.figures.alt import comparison_alt, live_alt, losses_alt, scores_alt, series_alt
from rnn_core.figures.comparison import comparison_figure
from rnn_core.figures.live import Learner, Rows, live_figure, live_losses
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import short
from rnn_core.figures.parts import Span
from rnn_core.figures.scores_chart import scores_figure
from rnn_core.figures.series_chart import candle_figure, has_candles, series_figure
from rnn_core.figures.spark import spark_svg
from rnn_core.figures.theme import CELL_COLOURS, DARK, LIGHT, PAGE, Look, Say, Theme, cell_look

__all__ = [
    "CELL_COLOURS",
    "DARK",
    "LIGHT",
    "PAGE",
    "Label",
    "Learner",
    "Look",
    "Rows",
    "Say",
    "Span",
    "Theme",
    "candle_figure",
    "cell_look",
    "comparison_alt",
    "comparison_figure",
    "has_candles",
    "label_all",
    "live_alt",
    "live_figure",
    "live_losses",
    "loss_figure",
    "losses_alt",
    "scores_alt",
    "scores_figure",
    "series_alt",
    "series_figure",
    "short",
    "spark_svg",
]
