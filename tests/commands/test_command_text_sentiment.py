"""`text sentiment`: accuracy beside that of simpler judges, a sentence read word by word, refusals before any start."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rnn_core.commands.parser import main
from rnn_core.text.corpora import EXAMPLES
from rnn_core.text.sentiment.spec import SentimentSpec
from tests.text.sentiment.reviews import reviews

SCORES = {"accuracy", "interval", "macro_f1", "calibration_error", "confusion"}
TEXTS = {
    *("name", "origin", "language", "fingerprint", "classes", "way", "learning", "validation", "test"),
    *("empty", "shortened", "unknown", "warnings"),
}
RUN = SCORES | {"cell", "seed", "best_epoch", "parameters", "epochs", "seconds", "key", "against", "read"}
SENTENCE = "The film was lovely"


def table(path: Path, more: Sequence[tuple[str, str]] = ()) -> Path:
    made = reviews(120)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "label"), *zip(made.texts, made.labels, strict=True), *more])
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return table(tmp_path / "films.csv")


@pytest.mark.usefixtures("made_up_text_training")
def test_the_answer_has_exactly_the_promised_keys(ask: Any, own: Path) -> None:
    status, answer = ask("text", "sentiment", "--csv", own, "--cells", "GRU,LSTM", "--units", 4)
    assert status == 0
    assert answer.keys() == {"texts", "baselines", "runs", "findings"}
    assert answer["texts"].keys() == TEXTS
    assert (answer["texts"]["name"], answer["texts"]["way"], answer["texts"]["warnings"]) == ("films", "words", [])
    assert sum(sum(answer["texts"][part].values()) for part in ("learning", "validation", "test")) == 120
    assert [one.keys() for one in answer["baselines"]] == [SCORES | {"name", "title"}] * 2
    assert [run.keys() for run in answer["runs"]] == [RUN, RUN]
    perfect = answer["runs"][1]
    assert (perfect["cell"], perfect["accuracy"], perfect["macro_f1"], perfect["read"]) == ("LSTM", 1, 1, None)
    assert perfect["interval"][0] < 1
    tested = list(answer["texts"]["test"].values())
    assert perfect["confusion"] == [[tested[0], 0], [0, tested[1]]]
    assert perfect["against"].keys() == {"majority", "logistic"}
    assert perfect["against"]["majority"].keys() == {"only_network", "only_rival", "gap", "chance", "answer"}
    assert perfect["against"]["majority"]["answer"] == "better"


@pytest.mark.usefixtures("made_up_text_training")
def test_the_best_network_is_named_beside_each_simpler_judge(ask: Any, own: Path) -> None:
    _, answer = ask("text", "sentiment", "--csv", own, "--cells", "GRU,LSTM")
    best, majority, *_ = answer["findings"]
    assert (best["code"], majority["code"]) == ("judges_best", "ahead_of_majority")
    assert best["text"].startswith("LSTM judges 24 of 24 texts rightly")


@pytest.mark.usefixtures("made_up_text_training")
@pytest.mark.parametrize("attention", [True, False])
def test_a_sentence_is_read_word_by_word(ask: Any, own: Path, attention: bool) -> None:
    words = ["--attention"] if attention else []
    _, answer = ask("text", "sentiment", "--csv", own, "--read", SENTENCE, *words)
    read = answer["runs"][0]["read"]
    assert read.keys() == {"words", "known", "probabilities", "after", "attention"}
    assert read["words"] == ["the", "film", "was", "lovely"]
    assert set(read["probabilities"]) == {"nice", "nasty"}
    assert [sum(after) for after in read["after"]] == [pytest.approx(1, abs=1e-6)] * 4
    assert list(read["probabilities"].values()) == pytest.approx(read["after"][-1])
    if attention:
        assert sum(read["attention"]) == pytest.approx(1, abs=1e-6)
    else:
        assert read["attention"] is None


@pytest.mark.usefixtures("made_up_text_training")
def test_numbers_that_do_not_exist_are_null(ask: Any, own: Path) -> None:
    status, answer = ask("text", "sentiment", "--csv", own, "--cells", "SimpleRNN", "--read", SENTENCE)
    assert status == 0
    lost = answer["runs"][0]
    assert [lost[name] for name in ("accuracy", "macro_f1", "calibration_error", "read")] == [None] * 4
    assert (lost["interval"], lost["confusion"]) == ([None, None], [])
    assert [one["code"] for one in answer["findings"]] == ["judged_nothing", "judge_lost"]


@pytest.mark.usefixtures("made_up_text_training")
def test_every_option_reaches_the_spec(ask: Any, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rnn_core.commands.text import sentiment
    from tests.commands import made_up_text_runs

    seen: list[SentimentSpec] = []

    def remember(jobs: list[Any], out: Any) -> Any:
        seen.extend(job.spec for job in jobs)
        return made_up_text_runs.train_all(jobs, out)

    monkeypatch.setattr(sentiment, "train_all", remember)
    words = ("--units", 5, "--bidirectional", "--no-attention", "--dropout", 0.1, "--by", "characters", "--seed", 7)
    status, _ = ask("text", "sentiment", "--csv", own, "--cells", "GRU", *words)
    assert status == 0
    assert seen == [SentimentSpec(cell="GRU", units=5, bidirectional=True, dropout=0.1, by="characters", seed=7)]


@pytest.mark.usefixtures("made_up_text_training")
def test_rows_that_were_left_out_are_told(ask: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = reviews(120)
    path = table(tmp_path / "twice.csv", [(made.texts[0], made.labels[0]), ("", "nice")])
    _, answer = ask("text", "sentiment", "--csv", path)
    assert [one["code"] for one in answer["texts"]["warnings"]] == ["incomplete_examples", "repeated_examples"]
    assert main(["text", "sentiment", "--csv", str(path)]) == 0
    assert "Rows that repeat another one and were left out: 1." in capsys.readouterr().err


@pytest.mark.usefixtures("made_up_text_training")
def test_without_json_a_person_reads_lines_the_finding_and_tables(
    capsys: pytest.CaptureFixture[str], own: Path
) -> None:
    assert main(["text", "sentiment", "--csv", str(own), "--attention", "--read", SENTENCE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "films: 2 labels, read by words, scored on 24 texts"
    assert lines[1].startswith("  LSTM ")
    assert lines[1].split()[1:8] == ["100.0", "%", "right", "(86.2", "%", "to", "100.0"]
    assert lines[2].startswith("  Always the most frequent label")
    assert lines[4].startswith("LSTM judges 24 of 24")
    assert lines[lines.index("True labels (rows) and those that LSTM, seed 1, gave (columns):") + 1].split() == list(
        reviews(120).classes
    )
    read = lines.index("The sentence as LSTM, seed 1, reads it:")
    assert lines[read + 1].split()[0::3] == ["after", "weight"]
    assert [line.split()[0] for line in lines[read + 2 :]] == ["the", "film", "was", "lovely"]


REFUSALS = [
    ("bad_option", ("--builtin", "novel"), "novel"),
    ("bad_option", ("--builtin", "reviews_en", "--csv", "x.csv"), "not allowed with"),
    ("bad_option", ("--builtin", "reviews_en", "--by", "lines"), "lines"),
    ("bad_setting", ("--builtin", "reviews_en", "--units", 0), "units"),
    ("shares_leave_too_little", ("--builtin", "reviews_en", "--test-share", 0.5, "--validation-share", 0.4), "20"),
    ("unknown_cell", ("--builtin", "reviews_en", "--cells", "lstm"), "LSTM, GRU, SimpleRNN"),
    ("read_is_empty", ("--builtin", "reviews_en", "--read", "  "), "Write something"),
    ("no_file", ("--csv", "none.csv"), "none.csv"),
]


@pytest.mark.usefixtures("no_process")
@pytest.mark.parametrize(("code", "words", "part"), REFUSALS)
def test_a_refusal_is_one_sentence_before_any_process_starts(
    ask: Any, code: str, words: tuple[str, ...], part: str
) -> None:
    status, answer = ask("text", "sentiment", *words)
    assert status == 2
    assert (answer["error"]["code"], part in answer["error"]["text"]) == (code, True)


@pytest.mark.usefixtures("no_process")
def test_tables_that_cannot_be_learnt_from_are_refused(ask: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "few.csv").write_text("text,label\ngood,1\nbad,0\n")
    for name, code in (("empty.csv", "no_table_of_texts"), ("few.csv", "too_few_examples")):
        status, answer = ask("text", "sentiment", "--csv", tmp_path / name)
        assert (status, answer["error"]["code"]) == (2, code)


@pytest.mark.usefixtures("made_up_text_training")
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_built_in_table_can_be_asked_for(ask: Any, name: str) -> None:
    status, answer = ask("text", "sentiment", "--builtin", name)
    assert (status, answer["texts"]["name"]) == (0, EXAMPLES[name].title)
    assert answer["texts"]["way"] == ("characters" if EXAMPLES[name].language == "zh" else "words")
