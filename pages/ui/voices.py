"""Voices: each language of the pages as a value that speaks without a session, so that any thread may use it."""

from functools import partial

from pages.ui import state
from pages.ui.language import day, number, tell_plainly, translated
from rnn_core.export import Voice


def voice(code: str) -> Voice:
    """The voice of the language `code`, one of `state.LANGUAGES`."""
    return Voice(
        code=code,
        name=state.LANGUAGES[code],
        say=partial(translated, code=code),
        tell=partial(tell_plainly, code=code),
        number=partial(number, code=code),
        day=partial(day, code=code),
    )


def both() -> tuple[Voice, ...]:
    """All voices, the visitor's own first."""
    own = state.language()
    return tuple(voice(code) for code in sorted(state.LANGUAGES, key=lambda code: code != own))
