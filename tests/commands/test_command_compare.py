"""`compare` and `run`: one JSON object with exactly the promised keys, or one sentence of refusal."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rnn_core.cells import CELLS
from rnn_core.commands import run as run_command
from rnn_core.commands.compare import compare_on
from rnn_core.commands.parser import main
from rnn_core.commands.specs import specs_for
from rnn_core.engine import Job, State, Status, short_name
from rnn_core.errors import EngineError, SpecError, TickerError
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.recipes import RECIPES
from rnn_core.series import load_builtin, load_source
from rnn_core.settings import PROJECT_FOLDER
from tests.made_up_runs import made_up_run

SHARED = Path(__file__).parents[3] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the reference files are not here")
SUNSPOTS = ("compare", "--builtin", "sunspots")

SCORES = {"rmse", "mse", "mae", "mape", "r2", "theils_u", "mase", "direction"}
SHAPE = {
    "series": {"name", "rows", "first", "last", "fingerprint", "found", "warnings"},
    "naive": SCORES,
    "verdict": {"text", "better_than_naive", "best"},
}
RUN = SCORES | {
    "cell",
    "seed",
    "best_epoch",
    "p_against_naive",
    "failure",
    "bands",
    "parameters",
    "train_windows",
    "test_windows",
    "epochs",
    "seconds",
    "loss",
    "key",
}


def assert_shape(answer: dict[str, Any]) -> None:
    """Every key that is promised, and no other."""
    assert answer.keys() == {*SHAPE, "runs", "baselines"}
    for name, keys in SHAPE.items():
        assert answer[name].keys() == keys
    assert all(run.keys() == RUN for run in answer["runs"])


@pytest.mark.usefixtures("made_up_training")
def test_the_answer_has_exactly_the_promised_keys(ask: Any) -> None:
    status, answer = ask(*SUNSPOTS, "--cells", "LSTM,GRU", "--epochs", 3)
    assert status == 0
    assert_shape(answer)
    series = load_builtin("sunspots")
    assert answer["series"] == {
        "name": series.name,
        "rows": 309,
        "first": "1700-01-01",
        "last": "2008-01-01",
        "fingerprint": series.fingerprint,
        "found": None,
        "warnings": [],
    }
    spec = ForecastSpec(cell="LSTM", epochs=3)
    naive = answer["naive"]["rmse"]
    run = answer["runs"][0]
    actual = series.frame["Sunspots"].to_numpy()[-62:]
    assert run.pop("r2") == pytest.approx(1 - 4 / actual.var())
    assert {"rate", "low", "high", "base", "rows"} == run.pop("direction").keys()
    assert run.pop("p_against_naive") < 0.05
    bands = run.pop("bands")
    assert {way: (band["level"], band["coverage"]) for way, band in bands.items()} == {
        "split": (0.9, pytest.approx(1, abs=0.2)),
        "adaptive": (0.9, pytest.approx(1, abs=0.2)),
    }
    assert run == {
        "cell": "LSTM",
        "seed": 1,
        "rmse": pytest.approx(2.0),
        "mse": pytest.approx(4.0),
        "mae": pytest.approx(2.0),
        "mape": None,
        "mase": pytest.approx(2.0),
        "theils_u": pytest.approx(2.0 / naive),
        "failure": None,
        "best_epoch": 3,
        "parameters": 106,
        "train_windows": 247 - 60,
        "test_windows": 62,
        "epochs": 3,
        "seconds": 1.235,
        "loss": 0.5,
        "key": spec.key(series),
    }
    assert answer["verdict"]["best"] == "GRU"
    assert answer["verdict"]["better_than_naive"] == "yes"


@pytest.mark.usefixtures("made_up_training")
def test_scores_that_do_not_exist_are_null(ask: Any) -> None:
    status, answer = ask(*SUNSPOTS, "--cells", "SimpleRNN")
    assert status == 0
    lost = answer["runs"][0]
    assert [lost[name] for name in ("rmse", "mae", "theils_u", "loss")] == [None] * 4
    assert answer["verdict"]["best"] is None
    assert answer["verdict"]["better_than_naive"] == "no"


@pytest.mark.usefixtures("made_up_training")
def test_repeats_count_the_seeds_up_and_the_middle_one_is_judged(ask: Any) -> None:
    _, answer = ask(*SUNSPOTS, "--cells", "GRU,LSTM", "--repeats", 3, "--seed", 5)
    assert [(run["cell"], run["seed"]) for run in answer["runs"]] == [
        (cell, seed) for cell in ("GRU", "LSTM") for seed in (5, 6, 7)
    ]
    # The three GRUs miss by 5, 6 and 7.
    assert "GRU (6.00 spots) and LSTM (7.00 spots) cannot" in answer["verdict"]["text"].replace("\xa0", " ")
    assert len({run["key"] for run in answer["runs"]}) == 6


@pytest.mark.usefixtures("made_up_training")
@pytest.mark.parametrize(("repeats", "judged"), [(1, "5.00"), (2, "6.00"), (4, "7.00")])
def test_of_an_even_number_of_repeats_the_worse_middle_one_is_judged(ask: Any, repeats: int, judged: str) -> None:
    _, answer = ask(*SUNSPOTS, "--cells", "GRU", "--repeats", repeats, "--seed", 5)
    assert f"GRU misses by {judged} spots" in answer["verdict"]["text"].replace("\xa0", " ")


@pytest.mark.usefixtures("made_up_training")
def test_every_option_reaches_the_spec(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from rnn_core.commands import compare
    from tests.commands import fake_training

    seen: list[ForecastSpec] = []

    def remember(jobs: list[Job], out: Any) -> Any:
        seen.extend(job.spec for job in jobs)
        return fake_training.train_all(jobs, out)

    monkeypatch.setattr(compare, "train_all", remember)
    given = {
        "target": "High",
        "train_from": "2010-01-01",
        "train_to": "2018-12-31",
        "test_from": "2019-01-01",
        "test_to": "2020-12-31",
        "test_share": 0.3,
        "units": 5,
        "window": 12,
        "epochs": 2,
        "batch_size": 16,
        "layers": 2,
        "seed": 9,
        "learning_rate": 0.01,
        "dropout": 0.25,
        "validation_share": 0.1,
        "optimizer": "sgd",
        "loss": "mae",
        "scaling": "robust",
        "missing": "drop",
    }
    words = [word for name, value in given.items() for word in (f"--{name.replace('_', '-')}", value)]
    status, _ = ask(
        "compare", "--builtin", "share", "--cells", "GRU", "--inputs", "open, close", "--bidirectional", *words
    )
    assert status == 0
    assert seen == [ForecastSpec(cell="GRU", inputs=("open", "close"), bidirectional=True, **given)]


@needs_shared
@pytest.mark.usefixtures("made_up_training")
def test_the_tutorials_setting_gives_its_windows_and_naive_line(ask: Any) -> None:
    status, answer = ask(
        *("compare", "--csv", SHARED / "Mastercard_stock_history.csv", "--target", "High", "--window", 60),
        *("--train-from", "2016-01-01", "--train-to", "2020-12-31", "--test-from", "2021-01-01"),
    )
    assert status == 0
    expected = {"rmse": 5.2765, "mae": 3.8446, "mape": 0.010577}
    assert {name: answer["naive"][name] for name in expected} == pytest.approx(expected, abs=1e-4)
    assert {(run["train_windows"], run["test_windows"]) for run in answer["runs"]} == {(1199, 195)}


@needs_shared
@pytest.mark.usefixtures("made_up_training")
def test_a_second_file_is_the_test_part(ask: Any) -> None:
    status, answer = ask(
        *("compare", "--csv", SHARED / "NSE-TATAGLOBAL.csv", "--test-csv", SHARED / "tatatest.csv"),
        *("--target", "Open", "--cells", "GRU", "--validation-share", 0.1),
    )
    assert status == 0
    assert answer["runs"][0]["test_windows"] == 16
    assert answer["runs"][0]["train_windows"] == 2035 - 60
    assert answer["naive"]["rmse"] ** 2 == pytest.approx(35.17, abs=0.01)
    assert answer["naive"]["mae"] == pytest.approx(4.71, abs=0.01)


REFUSALS = [
    ("bad_option", ("compare",), "--csv --ticker --builtin"),
    ("bad_option", ("compare", "--builtin", "gold"), "gold"),
    ("bad_option", (*SUNSPOTS, "--csv", "x.csv"), "not allowed with"),
    ("bad_option", (*SUNSPOTS, "--units", "many"), "many"),
    ("bad_option", (*SUNSPOTS, "--optimizer", "magic"), "magic"),
    ("bad_option", (*SUNSPOTS, "--frobnicate"), "--frobnicate"),
    ("bad_option", (), "COMMAND"),
    ("bad_option", ("paint",), "paint"),
    ("bad_setting", (*SUNSPOTS, "--units", 0), "units"),
    ("bad_setting", (*SUNSPOTS, "--test-share", "nan"), "test_share"),
    ("unknown_cell", (*SUNSPOTS, "--cells", "Transformer"), "LSTM, GRU, SimpleRNN"),
    ("bad_setting", (*SUNSPOTS, "--train-from", "soon"), "soon"),
    ("bad_setting", ("compare", "--ticker", "MA", "--test-to", "soon"), "soon"),
    ("days_contradict", (*SUNSPOTS, "--train-to", "1900-01-01", "--test-from", "1800-01-01"), "must come after"),
    ("bad_setting", (*SUNSPOTS, "--repeats", 2, "--seed", 2_147_483_647), "seed"),
    ("nothing_to_train", (*SUNSPOTS, "--cells", ","), "at least one cell"),
    ("nothing_to_train", (*SUNSPOTS, "--repeats", 0), "at least one cell and one repeat"),
    ("unknown_column", (*SUNSPOTS, "--target", "High"), "Choose one of: Sunspots"),
    ("window_too_long", (*SUNSPOTS, "--window", 300), "Choose 245 or less"),
    ("test_empty", (*SUNSPOTS, "--test-from", "2020-01-01"), "2008-01-01"),
]


@pytest.mark.usefixtures("made_up_training")
@pytest.mark.parametrize(("code", "words", "part"), REFUSALS)
def test_a_refusal_is_one_sentence_and_exit_status_2(ask: Any, code: str, words: tuple[str, ...], part: str) -> None:
    status, answer = ask(*words)
    assert status == 2
    assert answer.keys() == {"error"}
    assert answer["error"].keys() == {"code", "text"}
    assert answer["error"]["code"] == code
    assert part in answer["error"]["text"]


def test_a_file_that_is_not_there_is_refused(ask: Any, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        status, answer = ask("compare", "--csv", path)
        assert status == 2
        assert str(path) in answer["error"]["text"]


def test_without_json_a_refusal_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SUNSPOTS, "--units", "0"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("The setting units does not fit")
    assert err.count("\n") == 1


@pytest.mark.usefixtures("made_up_training")
def test_without_json_a_person_reads_a_line_a_run_and_the_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SUNSPOTS, "--target", "Sunspots"]) == 0
    out, err = capsys.readouterr()
    lines = out.replace("\xa0", " ").splitlines()
    assert lines[0] == "Sunspots, yearly, Sunspots: 62 test rows"
    assert lines[1].startswith("  LSTM         RMSE 2.00 spots  MAE 2.00 spots  seed 1  106 parameters")
    assert lines[3].startswith("  naive line   RMSE ")
    assert lines[4].startswith("  linear model RMSE ")
    assert lines[5].startswith("GRU came closest")
    assert err == "training\n"


def test_what_cannot_be_cut_is_refused_before_any_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    from rnn_core.commands import training

    monkeypatch.setattr(training, "Engine", None)
    with pytest.raises(SpecError, match="window"):
        compare_on(load_builtin("sunspots"), [ForecastSpec(window=400)])


class NarrowEngine:
    """Refuses a thirty-first waiting job, as the real one does; whoever asks how a job stands finds it finished."""

    def __init__(self) -> None:
        self.waiting: dict[str, Job] = {}
        self.closed = False

    def submit(self, job: Job) -> str:
        if len(self.waiting) >= 30:
            raise EngineError("too_many_yours", "One visitor may have at most 30 trainings waiting.")
        self.waiting[short_name(job.key)] = job
        return job.key

    def find_any(self, short: str) -> Status:
        job = self.waiting.pop(short)
        return Status(job.key, job, State.FINISHED, run=made_up_run(job.spec, job.series, 1.0))

    def close(self) -> None:
        self.closed = True


def test_more_trainings_than_may_wait_at_once_are_trained_in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    from rnn_core.commands import training

    engine = NarrowEngine()
    monkeypatch.setattr(training, "Engine", lambda: engine)
    specs = specs_for(ForecastSpec, ("LSTM", "GRU"), 20, {"epochs": 1, "seed": 3})
    runs = training.train_all([Job(spec, load_builtin("sunspots")) for spec in specs], sys.stderr)
    assert [run.spec for run in runs] == specs
    assert (len(runs), engine.waiting, engine.closed) == (40, {}, True)


def test_a_series_can_come_from_a_ticker(monkeypatch: pytest.MonkeyPatch, ask: Any) -> None:
    from rnn_core.commands import compare

    asked: list[tuple[str, ...]] = []

    def refuse(*words: str) -> None:
        asked.append(words)
        raise TickerError("no_prices", "Yahoo has no prices of {symbol}.", symbol=words[0])

    monkeypatch.setattr(compare, "load_ticker", refuse)
    status, answer = ask("compare", "--ticker", "MA", "--train-from", "2016-01-01", "--test-to", "2021-10-11")
    assert (status, answer["error"]["code"]) == (2, "no_prices")
    # `load_ticker` leaves its last day out.
    assert asked == [("MA", "2016-01-01", "2021-10-12")]


@pytest.mark.parametrize("cell", CELLS)
def test_every_registered_cell_can_be_asked_for(cell: str) -> None:
    specs = specs_for(ForecastSpec, (cell,), 2, {"seed": 3})
    assert [(spec.cell, spec.seed) for spec in specs] == [(cell, 3), (cell, 4)]


@pytest.mark.usefixtures("made_up_training")
@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_runs_even_where_yahoo_cannot_be_reached(
    name: str, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_network(source: Any) -> Any:
        if source.kind == "ticker":
            raise TickerError("offline", "Yahoo cannot be reached.")
        return load_source(source)

    monkeypatch.setattr(run_command, "load_source", without_network)
    status, answer = ask("run", name, "--epochs", 2)
    assert status == 0
    assert_shape(answer)
    assert tuple(run["cell"] for run in answer["runs"]) == RECIPES[name].cells
    assert {run["epochs"] for run in answer["runs"]} == {2}


def test_a_recipe_whose_data_are_replaced_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_network(source: Any) -> Any:
        if source.kind == "ticker":
            raise TickerError("offline", "Yahoo cannot be reached.")
        return load_source(source)

    monkeypatch.setattr(run_command, "load_source", without_network)
    monkeypatch.setattr(run_command, "compare_on", lambda series, _: ({}, series.name))
    assert (
        run_command.run(argparse.Namespace(recipe="mastercard", repeats=1, csv=None, cells=None))[1]
        == "Simulated share"
    )
    assert "Using Simulated share (simulated) instead." in capsys.readouterr().err


@pytest.mark.engine
def test_the_real_command_prints_exactly_one_json_object() -> None:
    words = [*SUNSPOTS, "--epochs", "1", "--units", "4", "--window", "10", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "rnn_core", *words],
        cwd=PROJECT_FOLDER,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    answer = json.loads(done.stdout)
    assert_shape(answer)
    assert [(run["cell"], run["parameters"]) for run in answer["runs"]] == [
        (cell, CELLS[cell].parameters(1, 4) + 5) for cell in ("LSTM", "GRU")
    ]
    assert all(run["epochs"] == 1 and run["rmse"] > 0 for run in answer["runs"])
    assert "Traceback" not in done.stderr
