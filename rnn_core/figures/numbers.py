"""Numbers and dates as a person reads them, and the formats that plotly.js gives them. Pure."""

import html
import math

import numpy as np
import numpy.typing as npt

from rnn_core.figures.thin import Floats
from rnn_core.words import Amount

NONE = "–"  # stands where there is no number


def short(value: float, unit: str = "") -> str:
    """Three significant digits and the unit; a dash where there is no number.

    >>> short(5.8712, "USD").split(), short(float("nan"), "USD")
    (['5.87', 'USD'], '–')
    """
    return str(Amount(value, unit)) if math.isfinite(value) else NONE


def hover_format(values: Floats) -> str:
    """A d3 format that tells apart values a ten-thousandth of the spread of `values` away from each other.

    >>> hover_format(np.array([310.0, 365.43])), hover_format(np.array([0.0, 2e7]))
    (',.2~f', ',.0~f')
    """
    known = values[np.isfinite(values)]
    spread = float(np.ptp(known)) if known.size else 0.0
    decimals = 4 - math.ceil(math.log10(spread)) if spread > 0 else 4
    least = 2 if spread < 1000 else 0  # cents matter below a thousand
    return f",.{min(8, max(least, decimals))}~f"


def titled(name: str, unit: str) -> str:
    """An axis title: the name, with the unit where there is one.

    >>> titled("High", "USD"), titled("Passengers", "")
    ('High (USD)', 'Passengers')
    """
    return plain(f"{name} ({unit})" if unit else name)


def plain(text: str) -> str:
    """`text` from a person's file, so that plotly.js does not read its `<` as markup."""
    return html.escape(text, quote=False)


def date_texts(dates: npt.NDArray[np.datetime64]) -> npt.NDArray[np.str_]:
    """ISO dates, shape `(n,)`: days alone where no date has a time of day, else to the second.

    >>> date_texts(np.array(["2024-03-01", "2024-03-04"], "datetime64[ns]")).tolist()
    ['2024-03-01', '2024-03-04']
    """
    days = dates.astype("datetime64[D]")
    return np.datetime_as_string(days if (days == dates).all() else dates.astype("datetime64[s]"))
