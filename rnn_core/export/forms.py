"""FORMS: every kind of work whose runs leave the house, and in which form they do. Pure."""

from rnn_core.export.forecasts import FORECASTS
from rnn_core.export.form import Form
from rnn_core.export.text.rewrite import REWRITE
from rnn_core.export.text.sentiment import SENTIMENT
from rnn_core.export.text.write import WRITE
from rnn_core.records import FORECAST

FORMS: dict[str, Form] = {FORECAST: FORECASTS, "write": WRITE, "sentiment": SENTIMENT, "rewrite": REWRITE}
