"""Which settings differ among runs, and which runs were tested alike."""

from dataclasses import replace
from datetime import date

from rnn_core.forecast.differing import Setting, differing
from rnn_core.forecast.same_rows import places_by_test
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import load_builtin
from tests.made_up_runs import made_up_run


def test_what_differs_stands_in_the_order_of_the_spec_with_one_value_a_spec():
    specs = [ForecastSpec(window=10), ForecastSpec(cell="GRU", window=20), ForecastSpec(test_from=date(2020, 1, 1))]
    found = differing(specs)
    assert [(one.name, one.values) for one in found.different] == [
        ("cell", ("LSTM", "GRU", "LSTM")),
        ("window", (10, 20, 60)),
        ("test_from", (None, None, date(2020, 1, 1))),
    ]


def test_every_setting_stands_on_one_side():
    found = differing([ForecastSpec(), ForecastSpec(units=8)])
    names = [one.name for one in (*found.different, *found.same)]
    assert sorted(names) == sorted(set(ForecastSpec.model_fields) - {"kind"})
    assert all(len(set(one.values)) == 1 for one in found.same)


def test_nothing_differs_in_a_single_spec_or_among_equal_ones():
    assert differing([ForecastSpec()]).different == ()
    assert differing([ForecastSpec(), ForecastSpec()]).different == ()


def test_unusual_is_what_most_do_not_have():
    assert Setting("units", (8, 16, 16)).unusual == (True, False, False)
    assert Setting("units", (8, 16)).unusual == (True, True)
    assert Setting("units", (8, 8, 16, 16)).unusual == (True,) * 4


def test_numbers_are_told_from_what_has_no_order():
    assert Setting("dropout", (0, 0.5)).numeric
    assert not Setting("attention", (False, True)).numeric
    assert not Setting("test_from", (None, date(2020, 1, 1))).numeric


def test_runs_are_gathered_by_the_rows_that_they_were_tested_on():
    walk = load_builtin("walk")
    runs = [
        made_up_run(ForecastSpec(window=window, test_share=share), walk, 1.0)
        for window, share in ((10, 0.2), (10, 0.1), (20, 0.2))
    ]
    assert places_by_test(runs) == [(0, 2), (1,)]
    renamed = replace(runs[0], series=replace(runs[0].series, fingerprint="0" * 64))
    assert places_by_test([runs[0], renamed]) == [(0,), (1,)]
