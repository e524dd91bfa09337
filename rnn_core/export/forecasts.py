"""The form in which forecasts leave the house. Pure."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from rnn_core.export import manifest as places
from rnn_core.export.data_csv import data_csv
from rnn_core.export.exported import Exported
from rnn_core.export.following import are_shown, require_following
from rnn_core.export.form import MODEL_TOLD, RECORD_TOLD, SETTINGS_TOLD, Form
from rnn_core.export.notebook import notebook_of
from rnn_core.export.plain_words import require_plain_words
from rnn_core.export.provenance import require_provenance
from rnn_core.export.script import script_of
from rnn_core.export.script_facts import INSTALLED
from rnn_core.export.tables import predictions_csv, scores_document
from rnn_core.export.voice import Voice
from rnn_core.forecast.run import Run
from rnn_core.series import Series
from rnn_core.words import N_, Sentence

# Packed bytes of a cell of the data in its record and as text.
_A_CELL = 16
_LISTED: Mapping[str, str] = MappingProxyType(
    {
        places.SETTINGS: SETTINGS_TOLD,
        places.SCORES: N_(
            "all scores of the network, the naive line and the simple forecasts; null where there is none"
        ),
        places.PREDICTIONS: N_("what was predicted of each test row, beside the real value"),
        places.DATA: N_("the data that the script reads"),
        places.SCRIPT: N_("a Python script that trains the network again"),
        places.NOTEBOOK: N_("the same as a notebook, step by step"),
        places.MODEL: MODEL_TOLD,
        places.RECORD: RECORD_TOLD,
    }
)


def _words(run: Run) -> tuple[str, ...]:
    spec = run.spec
    return (spec.cell, *(["two-directional"] if spec.bidirectional else []), f"seed-{spec.seed}")


def _nbytes(one: Exported) -> int:
    size: int = _A_CELL * one.data.frame.size + one.run.nbytes
    return size


def _told(one: Exported, voice: Voice) -> str:
    run: Run = one.run
    values = {
        "cell": run.spec.cell,
        "column": run.series.target,
        "series": one.data.name,
        "rmse": run.scores.rmse,
        "naive": run.naive_scores.rmse,
    }
    return voice.tell(
        Sentence("readme_run", "{cell} on {column} of {series}: RMSE {rmse}, naive line {naive}.", values)
    )


def _is_sound(series: Series) -> bool:
    dates, columns = series.dates, series.columns
    ascending = dates.is_monotonic_increasing and dates.is_unique and not dates.hasnans
    whole = bool(len(dates) and columns and ascending and len(set(columns)) == len(columns))
    return whole and not np.isinf(series.frame.to_numpy()).any() and are_shown(dates.to_numpy())


def _require_honest(run: Run, series: Series, folder: str) -> None:
    require_plain_words(run, series, folder)
    require_following(run, series, folder)
    require_provenance(series, folder)


FORECASTS = Form(
    data_name="series",
    data_told=N_("the series as RNN Lab keeps it, one file for each"),
    listed=_LISTED,
    libraries=INSTALLED,
    words=_words,
    files={
        places.PREDICTIONS: lambda run, _series: predictions_csv(run),
        places.DATA: lambda _run, series: data_csv(series),
        places.SCRIPT: script_of,
        places.NOTEBOOK: notebook_of,
    },
    ask=(),
    nbytes=_nbytes,
    scores=scores_document,
    told=_told,
    is_sound=_is_sound,
    require_honest=_require_honest,
    layers=lambda run: tuple(layer.kind for layer in run.layers),
)
