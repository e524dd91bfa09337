"""The look-alikes of vendors' files that are kept beside the project read as their list of truths says."""

import json
from pathlib import Path
from typing import Any

import pytest

from rnn_core.commands.inspect import receipt_json
from rnn_core.errors import FileError, SpecError
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import read_file

FORMATS = Path(__file__).parents[3] / "shared" / "data" / "formats"
TRUTHS: dict[str, dict[str, Any]] = (
    json.loads((FORMATS / "expected.json").read_text("utf-8")) if FORMATS.exists() else {}
)
REFUSED = {"not_a_csv.csv": "broken_archive", "empty.csv": "empty_file", "one_column_no_dates.csv": "no_dates"}
NOTHING_TO_LEARN = {"too_short_12_rows.csv": "window_too_long", "constant_price.csv": "constant"}
NAMES = {"encoding": "encoding", "valid_rows": "rows", "first_date": "first_date", "last_date": "last_date"}
CLOSES = ("first_close", "last_close", "last_volume")

pytestmark = pytest.mark.skipif(not FORMATS.exists(), reason="the reference files are not here")


@pytest.mark.parametrize("name", sorted(TRUTHS.keys() - REFUSED.keys()))
def test_values_dates_and_counts_are_those_of_the_list(name: str) -> None:
    truth, answer = TRUTHS[name], receipt_json(read_file(FORMATS / name))
    # The list gives the short file a volume that its two columns, a date and a close, do not have.
    closes = CLOSES[:2] if name == "too_short_12_rows.csv" else CLOSES
    assert {key: answer[ours] for key, ours in NAMES.items()} == {key: truth[key] for key in NAMES}
    assert [answer[key] for key in closes] == pytest.approx([truth[key] for key in closes])


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_series_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(FileError, match=r"\.$") as refusal:
        read_file(FORMATS / name)
    assert refusal.value.code == REFUSED[name]


@pytest.mark.parametrize("name", NOTHING_TO_LEARN)
def test_what_cannot_be_learnt_from_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(SpecError, match=r"\.$") as refusal:
        split(ForecastSpec.make(), read_file(FORMATS / name))
    assert refusal.value.code == NOTHING_TO_LEARN[name]
