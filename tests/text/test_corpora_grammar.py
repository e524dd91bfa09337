"""The grammar behind the built-in texts: choices, slots, facts that stay, and pronouns that agree."""

import random
from collections import Counter

import pytest

from rnn_core.text.made.grammar import Someone, Teller, articles, capitals, words
from rnn_core.text.made.reviewing import Kind, Reviewer

FOX = Someone("a young fox", "the fox", "she", "her", "her")
MICE = Someone("two mice", "the two mice", "they", "them", "their", many=True)


def teller(seed: int = 1) -> Teller:
    rules = {"noun": ("lamp", "key", "hat"), "athing": ("a {noun}",)}
    return Teller(rules, random.Random(seed), {"A": FOX, "B": MICE}, {"T": "drum"})


def test_choices_are_made_from_the_innermost_outwards() -> None:
    told = {teller(seed).tell("[a[b|c]|d]") for seed in range(60)}
    assert told == {"ab", "ac", "d"}


def test_rules_are_followed_to_the_end_and_facts_stay() -> None:
    told = {teller(seed).tell("{athing} and the {T}") for seed in range(60)}
    assert told == {f"a {noun} and the drum" for noun in ("lamp", "key", "hat")}


def test_earlier_lines_of_a_rule_come_more_often() -> None:
    chosen = teller()
    counts = Counter(chosen.pick(("first", "second", "third")) for _ in range(900))
    # Of two draws the earlier one counts: 5, 3 and 1 of 9.
    assert counts["first"] == pytest.approx(500, abs=60)
    assert counts["third"] == pytest.approx(100, abs=40)


def test_verbs_agree_with_one_and_with_many() -> None:
    assert teller().tell("{A.name} {A:was/were} and {B.name} {B:was/were}") == "the fox was and the two mice were"


def test_a_pronoun_stands_only_for_whom_was_spoken_of_last() -> None:
    told = {teller(seed).tell("{A.first} came. {A} sat. {B} sat. {A} sat.") for seed in range(60)}
    assert told == {
        f"a young fox came. {subject} sat. the two mice sat. the fox sat." for subject in ("she", "the fox")
    }


def test_a_possessive_names_whom_was_not_spoken_of_last() -> None:
    assert teller().tell("{A.name} took {A.his} hat and {B.his} hat") == "the fox took her hat and the two mice's hat"


def test_the_same_seed_tells_the_same() -> None:
    template = "[{noun}|{athing}|{A}] and [{noun}|{athing}]"
    assert teller(5).tell(template) == teller(5).tell(template)


def test_capitals_and_articles_are_set_at_the_end() -> None:
    assert capitals(articles('^"^a owl!" said a cat. ^a ant ran.')) == '"An owl!" said a cat. An ant ran.'
    assert words("lamp frying_pan") == ("lamp", "frying pan")


def test_reviews_keep_their_shares_and_never_repeat() -> None:
    kinds = (Kind("up", 0.75, ("{n}{n}",), ("not {n}{n}",)), Kind("down", 0.25, ("-{n}{n}",), ("not -{n}{n}",)))
    made = Reviewer(kinds, ({"n": tuple("abcdefgh")},), str.upper, 0.5).reviews(3, 40)
    assert Counter(label for _, label in made) == {"up": 30, "down": 10}
    assert len({text for text, _ in made}) == 40
    assert all(text.isupper() and ("-" in text) == (label == "down") for text, label in made)
    assert 8 < sum("NOT" in text for text, _ in made) < 32
