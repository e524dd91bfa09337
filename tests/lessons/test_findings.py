"""What is said of a mistake follows from its numbers alone."""

import numpy as np
import pytest

from rnn_core.lessons.pitfalls import Forecast
from rnn_core.lessons.pitfalls.findings import against_naive, gain, score_of

ACTUAL = np.zeros(50)


def missing_by(size: float, naive: float = 1.0) -> Forecast:
    return Forecast(np.arange(50), ACTUAL, ACTUAL + size, ACTUAL + naive)


@pytest.mark.parametrize(
    ("cheated", "honest", "code"),
    [
        (0.5, 1.0, "pays"),
        (1.0, 1.0, "gains_nothing"),
        (0.99, 1.0, "gains_nothing"),
        (1.2, 1.0, "harms"),
        (1e-13, 3e-13, "gains_nothing"),
        (0.0, 0.0, "gains_nothing"),
        (0.5, 0.0, "harms"),
    ],
)
def test_whether_the_cheat_pays_is_said_by_the_errors(cheated: float, honest: float, code: str) -> None:
    assert gain(missing_by(cheated), missing_by(honest)).code == code


def test_the_gain_is_said_in_percent_and_in_naive_errors() -> None:
    said = str(gain(missing_by(0.5), missing_by(2.0))).replace("\N{NO-BREAK SPACE}", " ")
    assert "shrinks by 75 % (0.500 instead of 2.00)" in said


@pytest.mark.parametrize(
    ("cheated", "honest", "code"),
    [
        (0.5, 1.5, "seems_to_win"),
        (0.5, 0.6, "both_win"),
        (1.5, 0.6, "honest_wins"),
        (1.5, 1.6, "none_wins"),
        (0.5, 0.99, "seems_to_win"),
    ],
)
def test_who_comes_closer_than_the_naive_line_is_said_by_more_than_a_hair(
    cheated: float, honest: float, code: str
) -> None:
    assert [said.code for said in against_naive(missing_by(cheated), missing_by(honest))] == [code]


def test_where_the_naive_line_never_misses_there_is_no_measure() -> None:
    forecast = missing_by(0.5, naive=0.0)
    assert gain(forecast, forecast).code == "no_measure"
    assert against_naive(forecast, forecast) == ()
    assert "–" in str(score_of("score", forecast, "USD").note)


def test_a_score_has_its_unit_and_its_measure() -> None:
    score = score_of("score", missing_by(2.0, naive=4.0), "USD")
    told = f"{score.value}: {score.note}".replace("\N{NO-BREAK SPACE}", " ")
    assert told == "2.00 USD: RMSE, 0.500 × that of the naive line (4.00 USD)"
    assert str(score_of("score", missing_by(1e-14), "").value) == "0"
