"""The Chinese tales: who acts in each, and all of them in a row."""

import random

from rnn_core.text.made import chinese_words as vocabulary
from rnn_core.text.made.chinese_phrases import PHRASES
from rnn_core.text.made.chinese_plans import PLANS, TURNS
from rnn_core.text.made.chinese_talk import TALK
from rnn_core.text.made.grammar import Rules, Someone, Teller

RULES: Rules = {**vocabulary.WORDS, **PHRASES, **TALK, **TURNS}
SEED = 88
CHARACTERS = 120_000
_HE, _SHE, _IT, _THEY = "他", "她", "它", "他们"


def tales_zh(seed: int = SEED, characters: int = CHARACTERS) -> str:
    """Short tales, each a title and paragraphs, with an empty line after it, until there are `characters`."""
    rng = random.Random(seed)
    told, length = [], 0
    while length < characters:
        told.append(_tale(rng))
        length += len(told[-1])
    return "".join(told)


def _tale(rng: random.Random) -> str:
    first, second = rng.sample((_HE, _SHE, _IT, _THEY), 2)
    teller = Teller(RULES, rng, {"A": _someone(rng, first), "B": _someone(rng, second)})
    thing, place = teller.tell("{thing}"), teller.tell("{inside}")
    # "a lamp" (一盏灯) becomes "that lamp" (那盏灯), and "lamp" (灯) in the title.
    teller.facts = {"T": "那" + thing[1:], "N": thing[2:], "P": place}
    title = teller.tell(teller.pick(RULES["title"]))
    teller.last = ""
    return f"{title}\n{teller.tell(teller.pick(PLANS))}\n\n".replace("~", "\n")


def _someone(rng: random.Random, pronoun: str) -> Someone:
    adjective = rng.choice(vocabulary.WORDS["someadj"])
    if pronoun == _THEY:
        group = rng.choice("两三四七") + "个"
        noun = rng.choice(vocabulary.GROUPS)
        return _called(f"{group}{adjective}{noun}", f"{group}{noun}", pronoun)
    if pronoun == _IT:
        animal = rng.choice(vocabulary.ANIMALS)
        return _called(f"一只{adjective}{animal}", animal, pronoun)
    return _person(rng, pronoun, adjective)


def _person(rng: random.Random, pronoun: str, adjective: str) -> Someone:
    trade = rng.choice(vocabulary.TRADES)
    if rng.random() < 0.5:
        return _called(f"一个{adjective}{trade}", trade, pronoun)
    name = rng.choice(vocabulary.SHE_NAMES if pronoun == _SHE else vocabulary.HE_NAMES)
    return _called(f"{trade}{name}", name, pronoun)


def _called(first: str, name: str, pronoun: str) -> Someone:
    return Someone(first, name, pronoun, pronoun, f"{pronoun}的", many=pronoun == _THEY, possessive="的")
