"""Whether a series out of a bundle is what it says it is: built in, or made by us. Pure.

Law: what can be loaded or made here again is held against that. Prices of a ticker cannot: a bundle that says they are
real is believed, as Yahoo itself gives other numbers on other days. What says "your file" claims nothing.
"""

import numpy as np

from rnn_core.errors import BundleError, RnnLabError
from rnn_core.series import Series, load_source, parse_source
from rnn_core.series.source import Source

# Made series take roots and powers, whose last digit may differ from machine to machine.
_CLOSE = 1e-9


def require_provenance(series: Series, folder: str) -> None:
    """Refuse a series that is called real or simulated, and is not the one of that name.

    Raises:
        BundleError: it is not; `folder` says whose it is.
    """
    if series.receipt.origin != "own" and not _is_what_it_says(series):
        raise BundleError(
            "other_source",
            "The data of the run in {folder} are called {source}, and that holds other numbers, so that nothing was "
            "taken in. Only take in bundles that RNN Lab has made.",
            folder=folder,
            source=series.receipt.source,
        )


def _is_what_it_says(series: Series) -> bool:
    try:
        source = parse_source(series.receipt.source)
        match source.kind:
            case "builtin" | "made":
                return _is_that(series, source)
            case "ticker":
                return series.receipt.origin == "real"
    except RnnLabError:
        return False
    return False


def _is_that(series: Series, source: Source) -> bool:
    true = load_source(source)
    return (
        (series.name, series.unit, series.receipt.origin) == (true.name, true.unit, true.receipt.origin)
        and series.columns == true.columns
        and series.dates.equals(true.dates)
        and np.allclose(series.frame, true.frame, rtol=_CLOSE, atol=_CLOSE, equal_nan=True)
    )
