"""What is said of trained encoders and decoders: the best one, whether reading paid off, attention, and the beam."""

from dataclasses import replace

import pytest

from rnn_core.text.rewrite import RewriteSpec, Rewritten
from rnn_core.text.rewrite.findings import findings, has_learnt
from tests.made_up_rewritten import first, lost, made_up_rewritten

REVERSE = RewriteSpec(task="reverse", units=4, embedding=3, epochs=3)


def made(exact: float, *, attention: bool = True, **more: float) -> Rewritten:
    return made_up_rewritten(REVERSE.change(attention=attention), exact, **more)


def codes(*runs: Rewritten) -> list[str]:
    return [one.code for one in findings(runs)]


def words(*runs: Rewritten) -> str:
    return " ".join(map(str, findings(runs)))


def test_the_best_network_is_named_with_whole_numbers() -> None:
    told = words(made(0.998))
    assert "GRU with attention answers 499 of 500 questions" in told
    assert "GRU without attention answers 500 of 500" in words(made(0.5), made(1.0, attention=False))


def test_the_usual_answer_is_said_beside_it() -> None:
    run = made(0.9)
    assert f"always said “{run.usual_text}”, without reading anything, would be right 0 times." in words(run)


def test_a_network_that_is_no_better_than_the_usual_answer_has_not_learnt_it() -> None:
    told = words(made(0.002))
    assert "has not learnt the task yet" in told
    assert "50" in told.partition("Letter by letter")[2]


def test_letters_are_only_told_where_few_answers_are_right() -> None:
    assert "rewrites_letters" in codes(made(0.3))
    assert "rewrites_letters" not in codes(made(0.8))


@pytest.mark.parametrize(
    ("looking", "alone", "code"),
    [
        (0.99, 0.5, "attention_ahead"),
        (0.5, 0.99, "attention_behind"),
        (0.95, 0.96, "attention_may_be_luck"),
        (0.96, 0.95, "attention_may_be_luck"),
        (1.0, 1.0, "attention_as_good"),
    ],
)
def test_attention_is_weighed_against_none(looking: float, alone: float, code: str) -> None:
    assert code in codes(made(looking), made(alone, attention=False))


def test_networks_that_were_asked_other_questions_are_not_compared() -> None:
    longer = made_up_rewritten(REVERSE.change(longest=20, attention=False), 0.2)
    assert codes(made(0.9), longer) == codes(made(0.9))
    assert "100 of 500" in words(longer, made(0.9))
    dates = RewriteSpec(units=4, embedding=3)
    alone = made_up_rewritten(dates.change(attention=False, longest=20), 0.2)
    assert "attention_ahead" in codes(made_up_rewritten(dates, 0.9), alone)


def test_it_counts_on_which_questions_two_differ_not_how_many_each_got() -> None:
    """Ten answers more: of ten questions on which they differ hardly luck, of ninety it may be."""
    looking, alone = made(0.5), made(0.48, attention=False)
    assert "attention_ahead" in codes(looking, alone)
    # The first 200 and the last 40 questions: 50 that only the one got, 40 that only the other.
    elsewhere = replace(alone, right=replace(alone.right, greedy=first(0.4) | ~first(0.92)))
    assert elsewhere.right.greedy.sum() == alone.right.greedy.sum() == 240
    assert "attention_may_be_luck" in codes(looking, elsewhere)


def test_the_more_were_tried_the_more_it_takes() -> None:
    """Six answers more and none less: p = 2 / 2^6 = 0.031, of three of each kind nine times that."""
    looking, alone = made(0.912), made(0.9, attention=False)
    assert "attention_ahead" in codes(looking, alone)
    assert "attention_may_be_luck" in codes(*[looking] * 3, *[alone] * 3)


def test_of_networks_that_have_learnt_nothing_none_is_called_as_good_as_the_other() -> None:
    assert not [code for code in codes(made(0.0), made(0.0, attention=False)) if code.startswith("attention")]


def test_attention_alone_is_weighed_against_nothing() -> None:
    assert not [code for code in codes(made(0.9)) if code.startswith("attention")]


@pytest.mark.parametrize(("beam", "code"), [(0.9, None), (0.902, "beam_may_be_luck"), (0.99, "beam_differs")])
def test_beam_search_is_told_where_it_differs(beam: float, code: str | None) -> None:
    told = [one for one in codes(made(0.9, beam=beam)) if one.startswith("beam")]
    assert told == ([code] if code else [])


def test_a_beam_that_is_worse_is_told_as_well() -> None:
    assert "gets 400 right instead of 450" in words(made(0.9, beam=0.8))


def test_networks_that_were_lost_or_never_learnt_are_not_judged() -> None:
    gone, none = lost(made(0.9)), made(0.9, stopped_after=0)
    assert not has_learnt(gone)
    assert not has_learnt(none)
    assert codes(gone, none) == ["rewrote_nothing"]
    assert "450 of 500" in words(gone, made(0.9, attention=False))
