"""How a training with text went, epoch by epoch: as a table, and whether it can have gone so. Pure."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from rnn_core.learning.events import EpochDone
from rnn_core.series.safe_csv import safe_csv


def history_csv(history: Sequence[EpochDone], **more: Sequence[float | None]) -> str:
    """One line an epoch: the seconds since training began, the losses of the network, and columns of `more`."""
    columns: Mapping[str, Sequence[float | None]] = {
        "epoch": [one.epoch for one in history],
        "seconds": [one.seconds for one in history],
        "loss": [one.loss for one in history],
        "validation_loss": [one.validation_loss for one in history],
    }
    return safe_csv(pd.DataFrame({**columns, **more}, dtype="float64").astype({"epoch": "int64"}), index=False)


def is_history(history: Sequence[EpochDone], epochs: int) -> bool:
    """Whether a training of so many `epochs` at most can have gone so."""
    times = [one.seconds for one in history]
    return (
        [one.epoch for one in history] == list(range(1, len(history) + 1))
        and len(history) <= epochs
        and all(0 <= one < math.inf for one in times)
        and all(not one.curve for one in history)
        and all(one.measure is None or not (one.measure < 0 or one.measure > 1) for one in history)
    )
