"""Making a series: from its short description, fit for an address, to its numbers. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from rnn_core.errors import SourceError
from rnn_core.series.makers import MAKERS, Knob, Maker
from rnn_core.series.series import Receipt, Series
from rnn_core.series.simulate import dated

_MOST_SHOWN = 60  # characters of a link that a refusal repeats


@dataclass(frozen=True)
class Made:
    """What a series is made of: a maker of `MAKERS` and a value for each of its knobs. `describe` makes one that fits.

    >>> str(describe("walk", {"seed": 3}))
    'walk,rows=1000,drift=0,noise=1,seed=3'
    """

    maker: str
    knobs: Mapping[str, float]

    def __str__(self) -> str:
        return ",".join([self.maker, *(f"{name}={_text(value)}" for name, value in self.knobs.items())])


def describe(maker: str, knobs: Mapping[str, float]) -> Made:
    """The description of a series; knobs that are not named stand at their defaults.

    Raises:
        SourceError: `bad_recipe`, when there is no such maker or knob, or a value lies outside its bounds.
    """
    known = {knob.name: knob for knob in _find(maker).knobs}
    if unknown := [name for name in knobs if name not in known]:
        raise SourceError(
            "bad_recipe",
            "A {maker} has no knob called {name}. Choose among: {names}.",
            maker=maker,
            name=unknown[0][:_MOST_SHOWN],
            names=", ".join(known),
        )
    return Made(maker, {name: _fitting(knob, knobs.get(name, knob.default)) for name, knob in known.items()})


def parse_made(text: str) -> Made:
    """The inverse of `str(made)`.

    Raises:
        SourceError: `bad_recipe`.
    """
    maker, *parts = text.split(",")
    pairs = [part.partition("=") for part in parts]
    names = [name for name, _, _ in pairs]
    try:
        knobs = {name: float(value) for name, _, value in pairs}
    except ValueError as error:
        raise _unreadable(text) from error
    if len(knobs) < len(names):
        raise _unreadable(text)
    return describe(maker, knobs)


def make_series(made: Made) -> Series:
    """The series that `made` describes: the same description, the same numbers."""
    maker = _find(made.maker)
    receipt = Receipt(source=f"made:{made}", origin="simulated")
    return Series(maker.series_name, dated(maker.numbers(**made.knobs)), receipt)


def load_made(text: str) -> Series:
    """The series that `text` describes.

    Raises:
        SourceError: `bad_recipe`.
    """
    return make_series(parse_made(text))


def _find(maker: str) -> Maker:
    if maker not in MAKERS:
        raise SourceError(
            "bad_recipe",
            "There is no way to make a series called {name}. Choose one of: {names}.",
            name=maker[:_MOST_SHOWN],
            names=", ".join(MAKERS),
        )
    return MAKERS[maker]


def _fitting(knob: Knob, value: float) -> float:
    if knob.fits(value):
        return int(value) if knob.whole else float(value)
    words = {"name": knob.name, "low": _text(knob.low), "high": _text(knob.high), "value": f"{value:g}"}
    if knob.whole:
        raise SourceError(
            "bad_recipe",
            "In a made series, {name} must be a whole number from {low} to {high}, and we got {value}. "
            "Make the series again.",
            **words,
        )
    raise SourceError(
        "bad_recipe",
        "In a made series, {name} must be a number from {low} to {high}, and we got {value}. Make the series again.",
        **words,
    )


def _unreadable(text: str) -> SourceError:
    return SourceError(
        "bad_recipe",
        "This link does not say how to make a series ({text}). Make one again.",
        text=text[:_MOST_SHOWN],
    )


def _text(value: float) -> str:
    """The shortest text that reads back as `value`; whole numbers without a point."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
