"""Data out of a bundle are called real or simulated only if they are those that we have or make."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rnn_core.export import Exported, bundle_of, read_bundle
from rnn_core.series import Receipt, Series, load_source, parse_source
from tests.export.bundle_runs import ENGLISH, a_spec, honest_run
from tests.export.tampering import refusal_of, small_bundle, with_both

OURS = ["builtin:sunspots", "made:walk,rows=200,seed=3"]


def bundle_on(source: str) -> bytes:
    series = load_source(parse_source(source))
    return bundle_of([Exported(honest_run(a_spec(), series), series)], [ENGLISH])


@pytest.mark.parametrize("source", OURS)
def test_what_is_ours_comes_back(source: str) -> None:
    assert read_bundle(bundle_on(source))[0].data.receipt.source[:8] == source[:8]


FORGED: list[Callable[[Series], Series]] = [
    lambda one: replace(one, frame=one.frame * 1.01),
    lambda one: replace(one, frame=one.frame.iloc[:-1]),
    lambda one: replace(one, frame=one.frame.rename(columns=lambda name: f"{name} 2")),
    lambda one: replace(one, name="Moon"),
    lambda one: replace(one, unit="EUR"),
]


@pytest.mark.parametrize("source", OURS)
@pytest.mark.parametrize("forge", FORGED)
def test_other_numbers_under_a_name_of_ours_are_refused(source: str, forge: Callable[[Series], Series]) -> None:
    series = forge(load_source(parse_source(source)))
    forged = bundle_of([Exported(honest_run(a_spec(), series), series)], [ENGLISH])
    assert refusal_of(forged) == "other_source"


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("builtin:sunspots", "real"),
        ("builtin:nothing", "real"),
        ("made:nothing", "simulated"),
        ("made:walk,rows=1e99", "simulated"),
        ("mine.csv", "real"),
        ("mine.csv", "simulated"),
        ("file:abc", "real"),
        ("ticker:MA:2020-01-01:2021-01-01", "simulated"),
    ],
)
def test_somebodys_own_numbers_do_not_get_a_better_name(source: str, origin: str) -> None:
    receipt = Receipt(source, origin)
    assert refusal_of(with_both(small_bundle(), lambda one: replace(one, receipt=receipt))) == "other_source"


def test_prices_of_a_ticker_are_believed() -> None:
    receipt = Receipt("ticker:MA:2020-01-01:2021-01-01", "real")
    assert read_bundle(with_both(small_bundle(), lambda one: replace(one, receipt=receipt)))
