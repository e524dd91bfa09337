"""The English tales: who acts in each, and all of them in a row."""

import random

from rnn_core.text.made import english_words as vocabulary
from rnn_core.text.made.english_papers import PAPER_PLANS, PAPERS
from rnn_core.text.made.english_phrases import PHRASES
from rnn_core.text.made.english_plans import PLANS, TURNS
from rnn_core.text.made.english_sayings import SAYINGS
from rnn_core.text.made.english_talk import TALK
from rnn_core.text.made.grammar import Rules, Someone, Teller, articles, capitals

RULES: Rules = {**vocabulary.WORDS, **PHRASES, **TALK, **SAYINGS, **TURNS, **PAPERS}
SEED = 8
CHARACTERS = 360_000
_PAPERS = 0.15
_HE, _SHE, _IT, _THEY = ("he", "him", "his"), ("she", "her", "her"), ("it", "it", "its"), ("they", "them", "their")


def tales_en(seed: int = SEED, characters: int = CHARACTERS) -> str:
    """Short tales, each a title and paragraphs, with an empty line after it, until there are `characters`."""
    rng = random.Random(seed)
    told, length = [], 0
    while length < characters:
        told.append(_paper(rng) if rng.random() < _PAPERS else _tale(rng))
        length += len(told[-1])
    return "".join(told)


def _tale(rng: random.Random) -> str:
    first, second = rng.sample((_HE, _SHE, _IT, _THEY), 2)
    teller = _teller(rng, _someone(rng, first), _someone(rng, second))
    title = teller.tell(teller.pick(RULES["title"]))
    teller.last = ""
    return _tidy(f"{title}\n{teller.tell(teller.pick(PLANS))}")


def _paper(rng: random.Random) -> str:
    first, second = rng.sample((_HE, _SHE), 2)
    teller = _teller(rng, _named(rng, first), _named(rng, second))
    return _tidy(teller.tell(teller.pick(PAPER_PLANS)))


def _teller(rng: random.Random, first: Someone, second: Someone) -> Teller:
    teller = Teller(RULES, rng, {"A": first, "B": second})
    teller.facts = {fact: teller.tell(f"{{{rule}}}") for fact, rule in (("T", "thing"), ("P", "inside"))}
    named = teller.facts | {who: one.name for who, one in teller.cast.items()}
    teller.facts |= {f"{who}.title": _title(name) for who, name in named.items()}
    return teller


def _title(name: str) -> str:
    article = "the " if name.startswith("the ") else ""
    return article + name.removeprefix("the ").title()


def _tidy(text: str) -> str:
    return capitals(articles(text)).replace("~", "\n") + "\n\n"


def _someone(rng: random.Random, pronouns: tuple[str, str, str]) -> Someone:
    if pronouns is _THEY:
        return _several(rng)
    if pronouns is _IT or rng.random() < 0.4:
        return _common(rng, pronouns, vocabulary.ANIMALS)
    return _named(rng, pronouns) if rng.random() < 0.4 else _common(rng, pronouns, vocabulary.TRADES)


def _common(rng: random.Random, pronouns: tuple[str, str, str], nouns: tuple[str, ...]) -> Someone:
    noun, adjective = rng.choice(nouns), rng.choice(vocabulary.WORDS["someadj"])
    return Someone(f"a {adjective} {noun}", f"the {noun}", *pronouns)


def _several(rng: random.Random) -> Someone:
    noun, count = rng.choice(vocabulary.GROUPS), rng.choice(("two", "three", "four", "seven"))
    return Someone(
        f"{count} {rng.choice(vocabulary.WORDS['someadj'])} {noun}", f"the {count} {noun}", *_THEY, many=True
    )


def _named(rng: random.Random, pronouns: tuple[str, str, str]) -> Someone:
    name = rng.choice(vocabulary.SHE_NAMES if pronouns is _SHE else vocabulary.HE_NAMES)
    trade = rng.choice(vocabulary.TRADES)
    return Someone(f"{name} the {trade}", name, *pronouns)
