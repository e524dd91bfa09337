"""A bundle gives back what went in: numbers, arrays, charts, receipts; and the same bytes for the same runs."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from rnn_core.errors import BundleError
from rnn_core.export import Exported, bundle, bundle_of, folder_of, read_bundle
from rnn_core.export.manifest import LIMITS, MOST_RUNS, NAME, Manifest, entry_of
from rnn_core.figures.comparison import comparison_figure
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.scores_chart import scores_figure
from rnn_core.forecast import Run
from rnn_core.records import pack_run, pack_series
from rnn_core.series import load_source, parse_source
from rnn_core.store.lines import LONGEST_NOTE, LONGEST_TITLE
from tests.export.bundle_runs import ENGLISH, OTHER, a_series, a_spec, exported, honest_run

VOICES = (ENGLISH, OTHER)


@pytest.fixture(scope="module")
def three() -> list[Exported]:
    """Two runs on one series, one of them from a worse seed, and one on another series."""
    sunspots = load_source(parse_source("builtin:sunspots"))
    other = honest_run(a_spec(cell="GRU", window=12), sunspots)
    failed = honest_run(a_spec(seed=2), a_series(), None)
    return [exported(), Exported(failed, a_series()), Exported(other, sunspots, note="三")]


@pytest.fixture(scope="module")
def content(three: list[Exported]) -> bytes:
    return bundle_of(three, VOICES)


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_runs_come_back_with_every_number_and_array(three: list[Exported], content: bytes) -> None:
    back = read_bundle(content)
    assert [pack_run(one.run) for one in back] == [pack_run(one.run) for one in three]
    assert [pack_series(one.data) for one in back] == [pack_series(one.data) for one in three]
    assert [(one.title, one.note) for one in back] == [(one.title, one.note) for one in three]


def test_scores_receipts_and_models_come_back(three: list[Exported], content: bytes) -> None:
    for one, back in zip(three, read_bundle(content), strict=True):
        assert np.array_equal(back.run.predicted, one.run.predicted, equal_nan=True)
        assert str(back.run.scores) == str(one.run.scores)
        assert back.data.receipt == back.run.series.receipt == one.data.receipt
        assert back.data.fingerprint == one.data.fingerprint
        assert back.run.model_file == one.run.model_file


def charts(runs: list[Run]) -> list[str]:
    return [draw(runs).to_json() for draw in (scores_figure, comparison_figure, loss_figure)]


def test_charts_of_what_came_back_are_the_same(three: list[Exported], content: bytes) -> None:
    runs, back = [one.run for one in three[:2]], [one.run for one in read_bundle(content)[:2]]
    assert charts(back) == charts(runs)


def test_what_came_back_makes_the_same_bundle(three: list[Exported], content: bytes) -> None:
    assert bundle_of(three, VOICES) == content
    assert bundle_of(read_bundle(content), VOICES) == content


def test_another_process_makes_the_same_bundle() -> None:
    code = (
        "import hashlib; from rnn_core.export import bundle_of; from tests.export.bundle_runs import ENGLISH, exported;"
        "print(hashlib.sha256(bundle_of([exported()], [ENGLISH])).hexdigest())"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert made.stdout.strip() == entry_of(bundle_of([exported()], [ENGLISH])).sha256


def test_every_file_is_listed_with_its_sum(content: bytes) -> None:
    files = files_of(content)
    manifest = Manifest.model_validate_json(files.pop(NAME))
    assert {name: entry_of(found) for name, found in files.items()} == manifest.files


def test_a_run_has_a_folder_with_all_that_its_script_needs(content: bytes) -> None:
    files = files_of(content)
    own = {name.split("/")[1] for name in files if name.startswith("1-LSTM-seed-1/")}
    assert {"script.py", "data.csv", "notebook.ipynb", "settings.json", "scores.json", "predictions.csv"} < own
    assert {"README.md", "report.html", "series-1.safetensors", "series-2.safetensors"} < files.keys()
    assert {name.split("/")[0] for name in files if "/" in name} == {"1-LSTM-seed-1", "2-LSTM-seed-2", "3-GRU-seed-1"}


def test_files_of_a_run_are_readable(content: bytes) -> None:
    files = files_of(content)
    settings, scores = (json.loads(files[f"2-LSTM-seed-2/{name}.json"]) for name in ("settings", "scores"))
    assert (settings["cell"], settings["seed"]) == ("LSTM", 2)
    assert scores["network"]["rmse"] is None
    assert scores["naive"]["rmse"] > 0
    lines = list(csv.DictReader(io.StringIO(files["1-LSTM-seed-1/predictions.csv"].decode())))
    assert list(lines[0]) == ["date", "actual", "naive", "predicted", "ridge"]
    assert float(lines[0]["predicted"]) == float(lines[0]["actual"]) + 0.5


def test_the_readme_says_what_is_there_and_how_to_go_on(content: bytes) -> None:
    words = files_of(content)["README.md"].decode()
    assert "pip install tensorflow==2.21.0 keras==3.15.1" in words
    assert "My run" in words
    assert "personal use" not in words


def test_the_readme_says_whose_the_prices_are() -> None:
    series = a_series()
    bought = replace(series, receipt=replace(series.receipt, source="ticker:MA:2020-01-01:2021-01-01", origin="real"))
    files = files_of(bundle_of([Exported(honest_run(a_spec(), bought), bought)], VOICES))
    assert "personal use" in files["README.md"].decode()
    assert "personal use" in files["report.html"].decode()


def test_hostile_titles_stay_words_in_the_readme() -> None:
    one = replace(exported(), title="[x](http://y) <b>", note="# no\n- heading")
    words = files_of(bundle_of([one], VOICES))["README.md"].decode()
    assert "\\[x\\](http:\N{WORD JOINER}//y) \\<b\\>" in words
    assert "\n\n  \\# no\n\n  \\- heading\n" in words


def test_links_by_themselves_are_none_in_the_readme() -> None:
    for title in ("https://evil.example", "www.evil.example", "me@evil.example"):
        words = files_of(bundle_of([replace(exported(), title=title)], VOICES))["README.md"].decode()
        assert title not in words
        assert title in words.replace("\N{WORD JOINER}", "")


def test_the_readme_lists_a_network_only_where_there_is_one() -> None:
    one = exported()
    without = replace(one, run=replace(one.run, model_file=b""))
    named = ["model.keras" in files_of(bundle_of([this], VOICES))["README.md"].decode() for this in (one, without)]
    assert named == [True, False]


def test_only_versions_that_are_some_get_into_the_readme() -> None:
    one = exported()
    spoilt = replace(one, run=replace(one.run, versions={"keras": "3.15.1", "numpy": "1; rm -rf ~"}))
    assert "pip install keras==3.15.1\n" in files_of(bundle_of([spoilt], VOICES))["README.md"].decode()


def test_a_run_on_display_goes_out_under_its_own_names() -> None:
    one = exported()
    shown = replace(one, run=replace(one.run, series=replace(one.run.series, name="演示", unit="美元")))
    assert read_bundle(bundle_of([shown], VOICES))[0].run.series == one.run.series


def test_a_stopped_run_comes_back() -> None:
    series = a_series()
    run = honest_run(a_spec(), series)
    stopped = replace(run, stopped=True, history=run.history[:1], best_epoch=1, ahead=())
    (back,) = read_bundle(bundle_of([Exported(stopped, series)], VOICES))
    assert back.run.stopped
    assert pack_run(back.run) == pack_run(stopped)


def test_a_bundle_has_one_run_at_least_and_not_too_many() -> None:
    for count in (0, MOST_RUNS + 1):
        with pytest.raises(BundleError) as refusal:
            bundle_of([exported()] * count, VOICES)
        assert refusal.value.code == "too_many_runs"


def test_no_bundle_is_made_that_is_too_large_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for limits in (replace(LIMITS, size=3 * 1024**2), replace(LIMITS, unpacked=10_000)):
        monkeypatch.setattr(bundle, "LIMITS", limits)
        with pytest.raises(BundleError) as refusal:
            bundle_of([replace(exported(), run=replace(exported().run, model_file=bytes(2**20)))], VOICES)
        assert refusal.value.code == "runs_too_large"


def test_how_large_a_bundle_gets_is_known_before(content: bytes, three: list[Exported]) -> None:
    for one in three:
        made = bundle_of([one], VOICES)
        assert len(made) < bundle.rough_size([one]) < 2 * len(made)
    assert len(content) < bundle.rough_size(three)


def test_the_longest_words_come_back_and_longer_ones_are_cut() -> None:
    one = replace(exported(), title="标" * 100 + "\x00", note="a\r\nb\tc\x07" + "注" * 1_000)
    (back,) = read_bundle(bundle_of([one], VOICES))
    assert back.title == "标" * LONGEST_TITLE
    assert back.note == ("a\nb c " + "注" * 1_000)[:LONGEST_NOTE]


def test_folders_have_plain_names() -> None:
    assert folder_of(3, exported(bidirectional=True, seed=7).run) == "3-LSTM-two-directional-seed-7"


@pytest.mark.parametrize("attention", [False, True])
def test_a_trained_run_comes_back_with_its_network(attention: bool) -> None:
    from rnn_core.forecast.training import train

    series = a_series()
    scaling = "window" if attention else "minmax"
    spec = a_spec(
        epochs=1, bidirectional=attention, attention=attention, layers=2, dropout=0.1, l2=0.01, scaling=scaling
    )
    run = train(spec, series)
    assert run.model_file
    (back,) = read_bundle(bundle_of([Exported(run, series)], VOICES))
    assert pack_run(back.run) == pack_run(run)
