"""`text write`: bits beside those of counting, a text, and refusals before anything is started."""

import json
from pathlib import Path
from typing import Any

import pytest

from rnn_core.commands.parser import main
from rnn_core.text.corpora import PASSAGES, load_passage
from rnn_core.text.write.spec import WriteSpec
from tests.text.write.small import text_of

SMALL = ("--units", 6, "--embedding", 4, "--window", 8, "--batch-size", 4)
TALES = ("text", "write", "--builtin", "tales_en", *SMALL, "--length", 20)
TEXT = {
    *("name", "origin", "language", "characters", "fingerprint"),
    *("symbols", "learnt", "held_out", "unknown_share"),
}
RUN = {
    *("cell", "seed", "bits_per_character", "perplexity", "parameters", "epochs", "seconds", "key"),
    *("begin", "writes"),
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "cats.txt"
    path.write_text(text_of(200), "utf-8")
    return path


@pytest.mark.usefixtures("made_up_text_training")
def test_the_answer_has_exactly_the_promised_keys(ask: Any) -> None:
    status, answer = ask(*TALES, "--cells", "GRU,LSTM")
    assert status == 0
    assert answer.keys() == {"text", "baselines", "runs", "findings"}
    assert answer["text"].keys() == TEXT
    assert [run.keys() for run in answer["runs"]] == [RUN, RUN]
    assert [one["order"] for one in answer["baselines"]] == [0, 1, 2, 3]
    assert answer["baselines"][1] == {"order": 1, "bits_per_character": 3.0, "perplexity": 8.0}
    passage = load_passage("tales_en")
    assert answer["text"]["fingerprint"] == passage.fingerprint
    first = answer["runs"][0]
    spec = WriteSpec(cell="GRU", units=6, embedding=4, window=8, batch_size=4)
    assert (first["key"], first["bits_per_character"]) == (spec.key(passage), pytest.approx(1.5))
    assert first["perplexity"] == pytest.approx(2**1.5)
    assert [one["code"] for one in answer["findings"]] == ["writes_best", "ahead_of_counting"]
    assert all(one.keys() == {"code", "text"} for one in answer["findings"])


@pytest.mark.usefixtures("made_up_text_training")
def test_the_text_is_as_long_as_was_asked_and_in_the_letters_of_what_was_read(ask: Any) -> None:
    _, answer = ask(*TALES, "--begin", "Once ", "--length", 37)
    run = answer["runs"][0]
    assert (run["begin"], len(run["writes"])) == ("Once ", 37)
    assert set(run["writes"]) <= set(load_passage("tales_en").text)


@pytest.mark.usefixtures("made_up_text_training")
def test_how_it_writes_decides_what_it_writes(ask: Any) -> None:
    def written(*manner: object) -> str:
        text: str = ask(*TALES, *manner)[1]["runs"][0]["writes"]
        return text

    likeliest = written("--temperature", 0)
    assert written("--top-k", 1) == likeliest == written("--top-p", 0.05, "--temperature", 0)
    assert written("--temperature", 2) not in {likeliest, written("--temperature", 2, "--seed", 2)}


@pytest.mark.usefixtures("made_up_text_training")
def test_a_file_of_ones_own_is_learnt_from(ask: Any, own: Path) -> None:
    status, answer = ask("text", "write", "--file", own, *SMALL)
    assert status == 0
    assert (answer["text"]["name"], answer["text"]["origin"]) == ("cats", "own")


@pytest.mark.usefixtures("made_up_text_training")
def test_numbers_that_do_not_exist_are_null(ask: Any) -> None:
    status, answer = ask(*TALES, "--cells", "SimpleRNN")
    assert status == 0
    run = answer["runs"][0]
    assert [run[name] for name in ("bits_per_character", "perplexity", "writes")] == [None] * 3
    assert [one["code"] for one in answer["findings"]] == ["wrote_nothing"]


@pytest.mark.usefixtures("made_up_text_training")
def test_without_json_a_person_reads_lines_the_finding_and_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*map(str, TALES), "--begin", "Once"]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == f"Tales in English: {len(load_passage('tales_en').text):,} characters, scored on the last 40,000"
    assert lines[1].startswith("  GRU                     1.50 bits a character  perplexity 2.83  seed 1  ")
    assert lines[2] == "  letter frequencies      4.00 bits a character  perplexity 16.0"
    assert lines[3] == "  counting, context of 1  3.00 bits a character  perplexity 8.00"
    assert lines[6].startswith("GRU needs 1.50 bits for each character of text that it has never read")
    assert "GRU, seed 1, writes:\nOnce" in out
    assert err == "training\n"


REFUSALS = [
    ("bad_option", ("text",), "KIND"),
    ("bad_option", ("text", "sing"), "sing"),
    ("bad_option", ("text", "write"), "--builtin --file"),
    ("bad_option", ("text", "write", "--builtin", "novel"), "novel"),
    ("bad_option", (*TALES, "--file", "x.txt"), "not allowed with"),
    ("bad_option", (*TALES, "--schedule", "magic"), "magic"),
    ("bad_setting", (*TALES, "--units", 2), "units"),
    ("bad_setting", (*TALES, "--temperature", "nan"), "temperature"),
    ("bad_setting", (*TALES, "--length", 0), "length"),
    ("unknown_cell", (*TALES, "--cells", "Transformer"), "LSTM, GRU, SimpleRNN"),
    ("nothing_to_train", (*TALES, "--cells", ","), "at least one cell"),
]


@pytest.mark.usefixtures("no_process")
@pytest.mark.parametrize(("code", "words", "part"), REFUSALS)
def test_a_refusal_is_one_sentence_before_any_process_starts(
    ask: Any, code: str, words: tuple[str, ...], part: str
) -> None:
    status, answer = ask(*words)
    assert status == 2
    assert answer["error"].keys() == {"code", "text"}
    assert (answer["error"]["code"], part in answer["error"]["text"]) == (code, True)


@pytest.mark.usefixtures("no_process")
def test_files_that_are_no_texts_are_refused(ask: Any, tmp_path: Path, own: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "short.txt").write_text("Too short to learn from.")
    for name, code in (("none.txt", "no_file"), ("empty.txt", "no_text"), ("short.txt", "text_too_small")):
        status, answer = ask("text", "write", "--file", tmp_path / name)
        assert (status, answer["error"]["code"]) == (2, code)
    status, answer = ask("text", "write", "--file", own, "--window", 256, "--batch-size", 128)
    assert (status, answer["error"]["code"]) == (2, "text_too_short")


@pytest.mark.usefixtures("no_process")
def test_the_settings_are_looked_at_before_any_file(ask: Any) -> None:
    status, answer = ask("text", "write", "--file", "none.txt", "--units", 1)
    assert (status, answer["error"]["code"]) == (2, "bad_setting")


@pytest.mark.usefixtures("made_up_text_training")
@pytest.mark.parametrize("name", PASSAGES)
def test_every_built_in_text_can_be_asked_for(ask: Any, name: str) -> None:
    status, answer = ask("text", "write", "--builtin", name, *SMALL)
    assert (status, answer["text"]["name"]) == (0, PASSAGES[name].title)


@pytest.mark.usefixtures("made_up_text_training")
def test_what_no_terminal_can_show_does_not_break_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*map(str, TALES), "--begin", "\udcff", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["begin"] == "\udcff"
