"""Made series: a short text says what they are made of, and the same text makes the same numbers."""

import numpy as np
import pytest

from rnn_core.errors import SourceError
from rnn_core.series import Source, load_builtin, load_source, parse_source, read_file
from rnn_core.series.makers import MAKERS, Knob
from rnn_core.series.making import describe, load_made, make_series, parse_made
from rnn_core.series.safe_csv import safe_csv

KNOBS = [(maker.name, knob) for maker in MAKERS.values() for knob in maker.knobs]


@pytest.mark.parametrize("name", MAKERS)
def test_a_description_survives_the_address(name: str) -> None:
    made = describe(name, {"rows": 250, "seed": 77})
    assert parse_made(str(made)) == made
    source = Source("made", str(made))
    assert parse_source(str(source)) == source
    series = load_source(source)
    assert (series.receipt.source, series.receipt.origin) == (str(source), "simulated")
    assert (series.name, series.columns, len(series.frame)) == (MAKERS[name].series_name, ("Value",), 250)


@pytest.mark.parametrize(("name", "knob"), KNOBS)
@pytest.mark.parametrize("bound", ["low", "high"])
def test_every_knob_can_stand_at_its_ends(name: str, knob: Knob, bound: str) -> None:
    made = describe(name, {knob.name: getattr(knob, bound)})
    assert parse_made(str(made)) == made
    values = make_series(made).frame["Value"]
    assert len(values) == made.knobs["rows"]
    assert np.isfinite(values).all()
    assert values.nunique() > 1


@pytest.mark.parametrize(("name", "knob"), KNOBS)
def test_every_knob_changes_the_series(name: str, knob: Knob) -> None:
    moved = make_series(describe(name, {knob.name: knob.default + knob.step}))
    assert moved.fingerprint != make_series(describe(name, {})).fingerprint


def test_the_same_text_makes_the_same_numbers() -> None:
    known = {
        "walk,rows=100,drift=0.5,noise=2,seed=3": [104.5818, 99.9705, 101.3067, 100.6712],
        "sine,rows=100,period=20,amplitude=2,trend=5,noise=0.1,seed=3": [0.2041, 0.413, 1.3184, 1.7128],
        "echo,rows=100,delay=3,strength=0.5,seed=3": [2.0409, -2.5557, 0.4181, 0.5288],
    }
    for text, values in known.items():
        assert load_made(text).frame["Value"].head(4).tolist() == values, text


def test_the_built_in_walk_and_sine_can_be_made_too() -> None:
    walk = load_made("walk,rows=1000,drift=0,noise=0.5,seed=2")
    assert walk.fingerprint == load_builtin("walk").fingerprint
    sine = load_made("sine,rows=2000,period=50,amplitude=1,trend=0,noise=0.1,seed=3")
    assert sine.fingerprint == load_builtin("sine").fingerprint


def test_a_walk_drifts_by_its_drift_and_scatters_by_its_noise() -> None:
    steps = load_made("walk,rows=50000,drift=0.5,noise=2,seed=1").frame["Value"].diff().dropna()
    assert steps.mean() == pytest.approx(0.5, abs=0.05)
    assert steps.std() == pytest.approx(2, rel=0.02)
    assert abs(steps.autocorr(1)) < 0.02


def test_a_sine_without_noise_is_the_formula() -> None:
    values = load_made("sine,rows=101,period=20,amplitude=3,trend=-10,noise=0,seed=1").frame["Value"]
    assert values.iloc[[0, 5, 20, 100]].tolist() == [0, 2.5, -2, -10]


def test_an_echo_comes_back_after_its_delay_and_neighbours_have_nothing_in_common() -> None:
    values = load_made("echo,rows=50000,delay=20,strength=0.8,seed=1").frame["Value"]
    assert values.std() == pytest.approx(1, rel=0.05)
    assert values.autocorr(20) == pytest.approx(0.8, abs=0.02)
    assert abs(values.autocorr(1)) < 0.05
    repeating = load_made("echo,rows=100,delay=7,strength=1,seed=1").frame["Value"].tolist()
    assert repeating[7:] == repeating[:-7]


@pytest.mark.parametrize("name", MAKERS)
def test_a_downloaded_series_reads_back_to_the_same_numbers(name: str) -> None:
    made = make_series(describe(name, {"rows": 500}))
    read = read_file(safe_csv(made.frame).encode(), "made")
    assert read.fingerprint == made.fingerprint
    assert read.receipt.warnings == ()


def test_the_longest_series_reads_back_too() -> None:
    made = load_made("sine,rows=200000,seed=5")
    assert read_file(safe_csv(made.frame).encode(), "made").fingerprint == made.fingerprint


def test_knobs_that_are_not_named_stand_at_their_defaults() -> None:
    assert str(parse_made("walk,noise=1.0,seed=3")) == "walk,rows=1000,drift=0,noise=1,seed=3"


REFUSED = [
    ("", "no way to make a series called "),
    ("parrot,rows=100", "Choose one of: walk, sine, echo"),
    ("walk,rows=1000000000", "rows must be a whole number from 100 to 200000, and we got 1e+09"),
    ("walk,rows=1e300", "and we got 1e+300"),
    ("walk,rows=100.5", "a whole number from 100 to 200000"),
    ("walk,seed=-1", "seed must be a whole number from 0"),
    ("walk,noise=nan", "noise must be a number from 0.1 to 5, and we got nan"),
    ("walk,noise=inf", "noise must be a number from 0.1 to 5, and we got inf"),
    ("walk,rows=nan", "and we got nan"),
    ("walk,period=5", "has no knob called period. Choose among: rows, drift, noise, seed."),
    ("walk,rows", "does not say how to make a series (walk,rows)"),
    ("walk,rows=many", "does not say how to make a series"),
    ("walk,rows=" + "9" * 5000, "and we got inf"),
    ("walk,rows=100,rows=200", "does not say how to make a series"),
    ("walk,rows=100,", "does not say how to make a series"),
    ("x" * 9_000, "called " + "x" * 60 + "."),
]


@pytest.mark.parametrize(("text", "part"), REFUSED, ids=[text[:20] for text, _ in REFUSED])
def test_what_cannot_be_made_is_refused_in_a_sentence(text: str, part: str) -> None:
    with pytest.raises(SourceError) as refusal:
        load_made(text)
    assert refusal.value.code == "bad_recipe"
    assert part in str(refusal.value)
    assert len(str(refusal.value)) < 200
