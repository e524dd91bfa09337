"""Material is cut to what is quick, in time and without a gap, and too little of it is refused in a sentence."""

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.lessons.pitfalls import MOST_ROWS, gather
from rnn_core.lessons.pitfalls.material import MOST_PEERS, MOST_TEST_ROWS, windows_before
from tests.lessons.made_material import made


def test_a_short_series_is_taken_whole() -> None:
    material = made(np.arange(100.0))
    assert (material.train, material.test[0], material.test[-1], material.is_cut) == (range(80), 80, 99, False)
    assert material.train_values.tolist() == list(range(80))


def test_of_a_long_series_the_rows_around_the_border_are_taken() -> None:
    material = made(np.arange(100_000.0))
    assert material.is_cut
    assert len(material.values) == MOST_ROWS
    assert len(material.test) == MOST_TEST_ROWS
    assert material.values[material.test[0]] == 80_000
    assert material.train.stop == material.test[0]
    assert (material.dates[1] - material.dates[0]).astype("timedelta64[D]").astype(int) == 1


def test_rows_between_training_and_test_part_stay_in_between() -> None:
    values = np.arange(300.0)
    material = gather(values.astype("datetime64[D]"), values, train=range(10, 200), test=np.arange(250, 300), peers={})
    assert material.values[material.train.stop - 1] == 199
    assert material.values[material.test].tolist() == list(range(250, 300))


def test_other_columns_with_gaps_are_left_out_and_few_are_kept() -> None:
    gap = np.arange(100.0)
    gap[50] = np.nan
    peers = {"gap": gap} | {f"c{number}": np.arange(100.0) for number in range(9)}
    assert list(made(np.arange(100.0), peers=peers).peers) == [f"c{number}" for number in range(MOST_PEERS)]


@pytest.mark.parametrize(("rows", "share"), [(50, 0.2), (200, 0.01), (200, 0.9)])
def test_too_few_rows_are_refused_in_a_sentence(rows: int, share: float) -> None:
    with pytest.raises(SpecError, match="at least 60 rows to learn from and 10 to be tested on") as refusal:
        made(np.arange(float(rows)), test_share=share)
    assert refusal.value.code == "pitfall_too_short"


def test_windows_end_as_many_rows_before_as_was_asked() -> None:
    values = np.arange(20.0)
    assert windows_before(values, np.array([10, 19]), 3).tolist() == [[7, 8, 9], [16, 17, 18]]
    assert windows_before(values, np.array([10]), 3, ahead=5).tolist() == [[3, 4, 5]]
