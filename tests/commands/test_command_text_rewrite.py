"""`text rewrite`: exact answers beside the usual one, a question with its attention, refusals before any start."""

from typing import Any

import pytest

from rnn_core.commands.parser import main
from rnn_core.text.rewrite.examining import BEAM_WIDTH
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.tasks import TASKS

DATES = ("text", "rewrite", "--units", 4)
RUN = {
    *("cell", "attention", "seed", "greedy", "beam", "by_length", "mistakes"),
    *("parameters", "epochs", "seconds", "key", "asked"),
}
MARKS = {"count", "exact", "letters"}


@pytest.mark.usefixtures("made_up_text_training")
def test_the_answer_has_exactly_the_promised_keys(ask: Any) -> None:
    status, answer = ask(*DATES, "--cells", "GRU,LSTM")
    assert status == 0
    assert answer.keys() == {"task", "usual", "beam_width", "runs", "findings"}
    assert answer["task"] == {"name": "date", "title": TASKS["date"].title}
    assert (answer["usual"].keys(), answer["beam_width"]) == (MARKS | {"text"}, BEAM_WIDTH)
    assert [run.keys() for run in answer["runs"]] == [RUN, RUN]
    first = answer["runs"][0]
    assert (first["greedy"].keys(), first["beam"].keys()) == (MARKS, MARKS)
    assert (first["greedy"]["exact"], first["attention"], first["asked"]) == (0.95, True, None)
    assert first["by_length"][1] == {"length": 9, "learnt": False, "count": 100, "exact": 0.5, "letters": 0.9}
    assert first["mistakes"] == [{"question": "3 May 2021", "right": "2021-05-03", "said": "2021-05-08"}]
    assert first["key"] == RewriteSpec(cell="GRU", units=4).key()
    assert answer["findings"][0]["code"] == "rewrites_best_with"
    assert answer["findings"][0]["text"].startswith("GRU with attention answers 475 of 500 questions")


@pytest.mark.usefixtures("made_up_text_training")
@pytest.mark.parametrize("task", TASKS)
def test_each_task_is_learnt_for_as_long_as_it_needs(ask: Any, task: str) -> None:
    _, answer = ask(*DATES, "--task", task)
    assert answer["runs"][0]["key"] == RewriteSpec(task=task, units=4, epochs=TASKS[task].epochs).key()
    _, answer = ask(*DATES, "--task", task, "--epochs", 3)
    assert answer["runs"][0]["key"] == RewriteSpec(task=task, units=4, epochs=3).key()


@pytest.mark.usefixtures("made_up_text_training")
def test_a_question_is_answered_with_a_look_at_each_letter(ask: Any) -> None:
    _, answer = ask(*DATES, "--ask", "  3 MAY 2021")
    asked = answer["runs"][0]["asked"]
    assert (asked["question"], asked["right"], asked["beam"]) == ("3 May 2021", "2021-05-03", 1)
    (only,) = asked["answers"]
    assert only.keys() == {"text", "probability", "ended", "chances", "attention"}
    assert len(only["chances"]) == len(only["attention"]) == len(only["text"]) > 0
    assert [sum(row) for row in only["attention"]] == [pytest.approx(1, abs=1e-5)] * len(only["text"])
    assert {len(row) for row in only["attention"]} == {len("3 May 2021")}


@pytest.mark.usefixtures("made_up_text_training")
def test_without_attention_there_is_no_matrix(ask: Any) -> None:
    _, answer = ask(*DATES, "--no-attention", "--ask", "3 May 2021")
    run = answer["runs"][0]
    assert (run["attention"], run["asked"]["answers"][0]["attention"]) == (False, None)


@pytest.mark.usefixtures("made_up_text_training")
def test_a_beam_finds_what_is_at_least_as_likely(ask: Any) -> None:
    def asked(*beam: object) -> Any:
        return ask(*DATES, "--ask", "3 May 2021", *beam)[1]["runs"][0]["asked"]

    wide, greedy = asked("--beam", 5), asked()
    assert (wide["beam"], greedy["beam"]) == (5, 1)
    assert wide["answers"][0]["probability"] > greedy["answers"][0]["probability"]


@pytest.mark.usefixtures("made_up_text_training")
def test_numbers_that_do_not_exist_are_null(ask: Any) -> None:
    status, answer = ask(*DATES, "--cells", "SimpleRNN", "--ask", "3 May 2021")
    assert status == 0
    lost = answer["runs"][0]
    assert lost["greedy"] == {"count": 0, "exact": None, "letters": None}
    assert (lost["beam"], lost["by_length"], lost["asked"]) == (None, [], None)
    assert [one["code"] for one in answer["findings"]] == ["rewrote_nothing"]


@pytest.mark.usefixtures("made_up_text_training")
def test_without_json_a_person_reads_lines_the_finding_and_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*map(str, DATES), "--cells", "GRU,SimpleRNN", "--ask", "3 May 2021", "--beam", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Write a date in ISO form: 500 questions that were kept back"
    assert lines[1].startswith("  GRU with attention        95.0 % exact  95.0 % by a beam of 4  seed 1  ")
    assert lines[2].startswith("  SimpleRNN with attention  – exact       – by a beam of 4")
    assert lines[3] == "  always “2001-11-11”       0.2 % exact"
    assert lines[4].startswith("GRU with attention answers 475 of 500 questions")
    lengths = lines.index("By the length of the question, GRU with attention, seed 1:")
    assert lines[lengths + 2] == "  9  50.0 %  longer than it has learnt from"
    asked = lines.index("GRU with attention, seed 1, answers “3 May 2021” (right: 2021-05-03):")
    looked = lines.index("Attention in percent, a row for each letter of the likeliest answer:")
    answer = lines[asked + 1].split()[0]
    assert lines[looked + 1].split() == list("3May2021")
    assert [line.split()[0] for line in lines[looked + 2 :]] == list(answer)


REFUSALS = [
    ("unknown_task", ("--task", "sing"), "date, reverse, add"),
    ("bad_setting", ("--teacher-forcing", 2), "teacher_forcing"),
    ("bad_setting", ("--ask", "3 May 2021", "--beam", 0), "beam"),
    ("bad_option", ("--beam", 3), "nothing is asked"),
    ("unknown_cell", ("--cells", "gru"), "LSTM, GRU, SimpleRNN"),
    ("rewrite_no_date", ("--ask", "31 February 2021"), "We got “31 February 2021”"),
    ("rewrite_no_date", ("--ask", ""), "We got “”"),
    ("rewrite_no_string", ("--task", "reverse", "--ask", "two words"), "“two words”"),
    ("rewrite_no_sum", ("--task", "add", "--ask", "1+1000"), "47+385"),
]


@pytest.mark.usefixtures("no_process")
@pytest.mark.parametrize(("code", "words", "part"), REFUSALS)
def test_a_refusal_is_one_sentence_before_any_process_starts(
    ask: Any, code: str, words: tuple[str, ...], part: str
) -> None:
    status, answer = ask("text", "rewrite", *words)
    assert status == 2
    assert (answer["error"]["code"], part in answer["error"]["text"]) == (code, True)
