"""Material for the tests: of a built-in series, or of any values."""

import numpy as np

from rnn_core.lessons.pitfalls import Material, gather
from rnn_core.series import load_builtin


def material_of(name: str) -> Material:
    """The last fifth of a built-in series is the test part; prices know each other."""
    series = load_builtin(name)
    target, roles = series.default_target, series.receipt.roles
    peers = [roles[role] for role in ("open", "high", "low") if role in roles]
    values = {column: series.frame[column].to_numpy() for column in (target, *peers)}
    return made(values.pop(target), peers=values, dates=series.dates.to_numpy())


def made(values, *, test_share=0.2, peers=None, dates=None, unit="") -> Material:
    values = np.asarray(values, "float64")
    dates = np.datetime64("2020-01-01") + np.arange(len(values)) if dates is None else dates
    border = len(values) - round(len(values) * test_share)
    test = np.arange(border, len(values))
    return gather(dates, values, train=range(border), test=test, peers=peers or {}, unit=unit)
