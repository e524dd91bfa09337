"""Scripts as text: only what a spec needs, values as literals, and nothing that a person wrote becomes code."""

import ast
from dataclasses import replace
from typing import Any

import jinja2
import numpy as np
import pandas as pd
import pytest

from rnn_core.errors import SpecError
from rnn_core.export.script import script_of
from rnn_core.export.script_literals import Code, literal
from rnn_core.forecast import ForecastSpec, Run
from rnn_core.series import Receipt, Series
from tests.export.script_cases import CASES, series_of_case, spec_of
from tests.made_up_runs import made_up_run

HOSTILE = [
    '"; import os; os.system("x") #',
    "'''\"\"\"\nimport os",
    "{{ 7 * 7 }}{% raw %}",
    "# %%\nimport os",
    "# %% [markdown]",
    "\\",
    "a\u2028b\rc\x1b[31m",
    "=cmd|' /C calc'!A0",
    "{SERIES!r}",
    "中文 (高)",
]


def script(case: str, **changes: Any) -> str:
    series = series_of_case(case)
    return script_of(replace(made_up_run(spec_of(case), series, 1.0), **changes), series)


def named(name: str, other: str) -> str:
    """The script of a run on columns of these names, of a series and a unit of the same name."""
    values = 50 + np.sin(np.arange(60.0))
    dates = pd.date_range("2024-01-01", periods=60, name="date")
    series = Series(name, pd.DataFrame({name: values, other: values + 2}, index=dates), Receipt("t", "own"), unit=name)
    spec = ForecastSpec(window=5, target=name, inputs=(name, other), units=3, missing="drop")
    versions = {"keras": "3.0.0", "numpy": "1.0\nimport os", "tensorflow": name, name: name}
    return script_of(replace(made_up_run(spec, series, 1.0), versions=versions), series)


def shape(source: str) -> str:
    """The code of `source` whatever its texts say."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_becomes_code(name: str) -> None:
    plain, hostile = named("High", "Low"), named(name, f"{name}!")
    assert shape(hostile) == shape(plain)
    marks = [line for line in hostile.splitlines() if line.startswith("# %%")]
    assert marks == [line for line in plain.splitlines() if line.startswith("# %%")]
    comments = [line for line in hostile.splitlines() if line.startswith("#")]
    assert comments == [line for line in plain.splitlines() if line.startswith("#")]
    assert "pip install keras==3.0.0\n" in hostile


@pytest.mark.parametrize("case", CASES)
def test_a_script_is_short_and_says_why(case: str) -> None:
    source = script(case)
    compile(source, "script.py", "exec")
    code = [line for line in source.splitlines() if line.strip() and not line.startswith("#")]
    assert 60 <= len(code) <= 105
    assert max(map(len, source.splitlines())) <= 120
    assert "rnn_core" not in source
    assert source.index('os.environ["KERAS_BACKEND"]') < source.index("import keras")
    assert source.count("# %% [markdown]\n") == source.count("# %%\n") - 1 == 8
    assert "\n\n\n\n" not in source


def test_a_plain_run_has_nothing_of_what_it_does_not_use() -> None:
    series = series_of_case("numbers as they are, by the hour")
    source = script_of(made_up_run(ForecastSpec(window=5, units=3), series, 1.0), series)
    words = (
        "HORIZON",
        "DROPOUT",
        "shrink",
        "Softmax",
        "Bidirectional",
        "callbacks",
        "validation",
        "clip",
        "shift",
        "L2",
    )
    assert [word for word in words if word in source] == []
    assert "layers.LSTM(UNITS)," in source
    assert "MinMaxScaler" in source


def test_a_stopped_run_trains_as_far_as_it_came_and_says_so() -> None:
    series = series_of_case("each window by itself")
    run = made_up_run(spec_of("each window by itself").change(epochs=9, schedule="cosine"), series, 1.0)
    source = script_of(replace(run, stopped=True, history=run.history[:4]), series)
    assert "EPOCHS = 4\n" in source
    assert "PLANNED_EPOCHS = 9" in source
    assert "decay_steps=PLANNED_EPOCHS * batches" in source
    assert "stopped the training by hand" in source


def test_a_run_that_grew_beyond_all_bounds_has_no_number_to_agree_with() -> None:
    series = series_of_case("each window by itself")
    source = script_of(made_up_run(spec_of("each window by itself"), series, None), series)
    assert "RNN_LAB_RMSE" not in source
    assert "RNN Lab had no RMSE" in source


def test_a_share_too_large_for_the_rows_is_given_as_the_number_it_came_to() -> None:
    series = series_of_case("each window by itself")
    series = replace(series, frame=series.frame.iloc[:20])
    spec = ForecastSpec(window=12, units=2, validation_share=0.5, horizon=2, target="=high", test_share=0.2)
    assert "KEPT_BACK = 1 " in script_of(made_up_run(spec, series, 1.0), series)


def test_a_series_of_other_columns_is_refused() -> None:
    run: Run = made_up_run(spec_of("each window by itself"), series_of_case("each window by itself"), 1.0)
    other = Series("o", pd.DataFrame({"x": [1.0]}, index=pd.DatetimeIndex(["2024-01-01"])), Receipt("t", "own"))
    with pytest.raises(SpecError):
        script_of(run, other)


@pytest.mark.parametrize("value", [*HOSTILE, 1.5, -0.0, 3, True, 1e-300])
def test_literals_read_back_as_what_they_were(value: Any) -> None:
    assert repr(ast.literal_eval(literal(value))) == repr(value)
    assert "\n" not in literal(value)


def test_values_that_have_no_literal_are_refused_and_code_stays_as_it_is() -> None:
    assert literal(Code("x + 1")) == "x + 1"
    assert np.isnan(eval(literal(float("nan"))))
    for value in (None, [], object(), jinja2.Undefined()):
        with pytest.raises(TypeError, match="no place"):
            literal(value)
