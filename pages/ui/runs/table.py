"""The table of a comparison: a row a run, its scores, and the settings in which the runs differ."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui.language import _, listed, number, plain, shown
from pages.ui.runs.wording import data_of
from pages.ui.runs.work import WORK
from pages.ui.training.setting_words import title_of, value_of
from rnn_core.forecast.differing import Differing, Setting
from rnn_core.forecast.run import Run
from rnn_core.records import FORECAST
from rnn_core.store import StoredRun
from rnn_core.words import Amount

# A phone would cut a wider one off.
_COLUMNS_IN_ONE = 4


def table(names: Sequence[str], stored: Sequence[StoredRun], runs: Sequence[Run], differing: Differing) -> None:
    """The scores, the settings that differ, and in one line those that do not."""
    columns = _scores(stored, runs) | {title_of(one.name): _values(one) for one in differing.different}
    rows = pd.DataFrame(columns, index=[plain(name) for name in names])
    for start in range(0, len(rows.columns), _COLUMNS_IN_ONE):
        st.table(rows.iloc[:, start : start + _COLUMNS_IN_ONE])
    if differing.different:
        st.caption(_("Bold on a coloured ground: values that most of these runs do not have."))
    elif len(names) > 1:
        st.caption(_("These runs have all settings in common."))
    if differing.same:
        alike = listed(_alike(one) for one in _said(differing))
        # Its parts are Markdown already.
        st.caption(_("The same in all: {settings}").format(settings=alike))


def _scores(stored: Sequence[StoredRun], runs: Sequence[Run]) -> dict[str, list[str]]:
    units = {run.series.unit for run in runs}
    rmse = _("RMSE ({unit})", unit=runs[0].series.unit) if len(units) == 1 and runs[0].series.unit else _("RMSE")
    columns = {
        rmse: [number(run.scores.rmse) if len(units) == 1 else shown(_amount(run)) for run in runs],
        _("Against naive"): [WORK[FORECAST].compared(one.line) for one in stored],
        _("Parameters"): [shown(run.parameters) for run in runs],
    }
    data = [plain(data_of(one.line)) for one in stored]
    return columns if len(set(data)) == 1 else {_("Data"): data, **columns}


def _amount(run: Run) -> Amount:
    return Amount(run.scores.rmse, run.series.unit)


def _values(setting: Setting) -> list[str]:
    """Its value of each run; an unusual one is bold on a ground, so that no colour is needed to see it."""
    words = [plain(value_of(setting.name, value)) for value in setting.values]
    return [
        f":primary-background[**{text}**]" if unusual else text
        for text, unusual in zip(words, setting.unusual, strict=True)
    ]


def _said(differing: Differing) -> list[Setting]:
    """Those with a value that says something."""
    return [one for one in differing.same if one.values[0] not in (None, (), "")]


def _alike(setting: Setting) -> str:
    return _("{title}: {value}", title=title_of(setting.name), value=value_of(setting.name, setting.values[0]))
