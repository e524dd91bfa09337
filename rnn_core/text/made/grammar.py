"""A grammar that tells: templates with choices and slots, filled with chance from a seed. Pure.

`[a|b|c]` is one of three, `{rule}` one line of a rule, `{A}` somebody of the cast, `{T}` a fact that stays the same
through a tale, `{A:was/were}` the form that agrees with A, and `^` makes the next letter a capital.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Rules = Mapping[str, tuple[str, ...]]

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}]+)\}")
_VOWEL = re.compile(r"\b([Aa]) (?=[aeiou]|hon)")
_CAPITAL = re.compile(r'(\^+"?\^*|[.!?] (?![\^"]))(.)')


def lines(text: str) -> tuple[str, ...]:
    """The lines of `text` that say something.

    >>> lines(" one fox \\n\\n two ")
    ('one fox', 'two')
    """
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def words(text: str) -> tuple[str, ...]:
    """The words of `text`; a low line stands for a space within one."""
    return tuple(word.replace("_", " ") for word in text.split())


@dataclass(frozen=True)
class Someone:
    """Who acts in a tale: `first` ("a young fox") where it is met, `name` ("the fox") afterwards."""

    first: str
    name: str
    he: str
    him: str
    his: str
    many: bool = False
    possessive: str = "'s"


@dataclass
class Teller:
    """Fills templates; remembers who was spoken of last, so that a pronoun can stand for them."""

    rules: Rules
    rng: random.Random
    cast: dict[str, Someone] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    last: str = ""

    def tell(self, template: str) -> str:
        """`template` with every choice made and every slot filled, from left to right."""
        while _CHOICE.search(template):
            template = _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), template)
        return _SLOT.sub(lambda found: self._fill(found[1]), template)

    def pick(self, options: Sequence[str]) -> str:
        """One of `options`; the earlier ones come more often, as some words do in every language."""
        count = len(options)
        return options[min(self.rng.randrange(count), self.rng.randrange(count))]

    def _fill(self, slot: str) -> str:
        if slot in self.facts:
            return self.facts[slot]
        if slot[0].isupper():
            return self._mention(slot[0], slot[2:])
        return self.tell(self.pick(self.rules[slot]))

    def _mention(self, who: str, how: str) -> str:
        """`how` is empty for the subject of a sentence, else the name of a form or two that agree in number."""
        someone, known = self.cast[who], self.last == who
        if "/" in how:
            one, many = how.split("/")
            return many if someone.many else one
        if how in ("he", "him"):
            return str(getattr(someone, how))
        if how == "his":
            return someone.his if known else someone.name + someone.possessive
        self.last = who
        if how == "first":
            return someone.first
        return someone.he if known and not how and self.rng.random() < 0.6 else someone.name


def capitals(text: str) -> str:
    """`text` with a capital after each `^`, also behind an opening quotation mark, and where a sentence begins.

    >>> capitals('^"will you?" asked Tom. ^he ran. she ran.')
    '"Will you?" asked Tom. He ran. She ran.'
    """
    return _CAPITAL.sub(lambda found: found[1].replace("^", "") + found[2].upper(), text)


def articles(text: str) -> str:
    """`text` with "an" where a vowel follows.

    >>> articles("a owl and a cat")
    'an owl and a cat'
    """
    return _VOWEL.sub(r"\1n ", text)
