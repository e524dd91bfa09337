"""Dates in many spellings, each of one meaning alone, and their ISO form. Pure.

Left out is what one country reads in another way than the next, such as 03/05/2021 or 03.05.2021.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import numpy as np

from rnn_core.text.rewrite.task import Part, Task, Texts, part_of, plain
from rnn_core.words import N_, Sentence

FIRST, LAST = date(1950, 1, 1), date(2049, 12, 31)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = ("of", "st", "nd", "rd", "th")
_DIGITS = "〇一二三四五六七八九"
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _short(day: date) -> str:
    return _month(day)[:3]


def _nth(day: date) -> str:
    return f"{day.day}{_ENDINGS.get(day.day, 'th')}"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese, as days and months are written.

    >>> chinese(3), chinese(10), chinese(12), chinese(20), chinese(31)
    ('三', '十', '十二', '二十', '三十一')
    """
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def _all_chinese(day: date) -> str:
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese(day.month)}月{chinese(day.day)}日"


SPELLINGS: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.day} {_month(day)} {day.year}",
    lambda day: f"{_month(day)} {day.day}, {day.year}",
    lambda day: f"{_nth(day)} of {_month(day)} {day.year}",
    lambda day: f"{_nth(day)} {_month(day)} {day.year}",
    lambda day: f"{_month(day)} {_nth(day)}, {day.year}",
    lambda day: f"{day.day} {_short(day)} {day.year}",
    lambda day: f"{_short(day)} {day.day}, {day.year}",
    lambda day: f"{day.day}-{_short(day)}-{day.year}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    _all_chinese,
)
"""All ways in which a day is written, each as often as any other."""


@cache
def _days(part: Part) -> tuple[date, ...]:
    """Whole days are of one part, so that those kept back are unseen in every spelling."""
    every = (FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1))
    return tuple(day for day in every if part_of(day.isoformat()) == part)


def _draw(
    rng: np.random.Generator, count: int, *, part: Part = "learnt", shortest: int = 1, longest: int = 12
) -> tuple[Texts, Texts]:
    """Days and spellings, each as often as any other; their length cannot be chosen."""
    del shortest, longest
    days = _days(part)
    drawn = [days[place] for place in rng.integers(0, len(days), count).tolist()]
    ways = rng.integers(0, len(SPELLINGS), count).tolist()
    questions = tuple(SPELLINGS[way](day) for way, day in zip(ways, drawn, strict=True))
    return questions, tuple(day.isoformat() for day in drawn)


def _clean(typed: str) -> str:
    """Names of months begin with a capital letter; a Chinese zero is written as a circle."""
    text = plain(typed).replace("零", "〇")
    return re.sub("[A-Za-z]+", lambda word: _cased(word[0]), text)


def _cased(word: str) -> str:
    return word.lower() if word.lower() in _SMALL else word.capitalize()


def _answer(question: str) -> str | None:
    """What is read is just what is written: one of the spellings of one of the days of its year."""
    year = _year(question)
    if year is None:
        return None
    days = (FIRST.replace(year=year) + timedelta(days) for days in range(366))
    spelled = (day for day in days if day.year == year and any(way(day) == question for way in SPELLINGS))
    found = next(spelled, None)
    return found.isoformat() if found else None


def _year(question: str) -> int | None:
    """The year that `question` names, if it is one of ours."""
    plain_digits = question.translate({ord(one): str(digit) for digit, one in enumerate(_DIGITS)})
    found = re.search(r"\d{4}", plain_digits, re.ASCII)
    year = int(found[0]) if found else 0
    return year if FIRST.year <= year <= LAST.year else None


def _refusal(typed: str) -> Sentence:
    return Sentence(
        "rewrite_no_date",
        "The network learns days from {first} to {last} in spellings such as 3 May 2021, May 3rd, 2021, 2021年5月3日 "
        "or 二〇二一年五月三日. We got “{typed}”. Write a day in one of them.",
        # Years are no amounts: they are never grouped by thousands.
        {"first": str(FIRST.year), "last": str(LAST.year), "typed": typed},
    )


def _letters_of(texts: Texts) -> str:
    return "".join(sorted(set("".join(texts))))


# One leap year shows every letter there is, and the longest names.
_SEEN = tuple(way(date(2000, 1, 1) + timedelta(days)) for days in range(366) for way in SPELLINGS)

DATES = Task(
    name="date",
    title=N_("Write a date in ISO form"),
    about=N_(
        "The network reads a day in one of many spellings, English or Chinese, and writes it as year, month and day."
    ),
    examples=("3 May 2021", "December 24th, 1999", "2021年5月3日", "二〇二一年五月三日"),
    letters=_letters_of(_SEEN),
    answer_letters="-0123456789",
    longest_question=max(map(len, _SEEN)),
    longest_answer=len("2021-05-03"),
    adjustable=False,
    epochs=20,
    draw=_draw,
    clean=_clean,
    answer=_answer,
    refusal=_refusal,
)
