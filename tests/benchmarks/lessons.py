"""What moving anything on a page that teaches costs the server. Aim: an answer within 200 ms.

Each control is moved once there and back, and the whole page runs anew, which is more than a browser asks for where a
part of a page redraws alone.
"""

import logging
import runpy
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import streamlit as st
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from rnn_core.settings import PROJECT_FOLDER
from tests.pages.fake_engine import pretended

AIM = 0.2
PAGES = ("cell", "memory", "shapes", "pitfalls")


def run() -> Iterator[str]:
    # Streamlit's tester warns of its own missing context, once for every widget.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    for page in PAGES:
        st.cache_resource.clear()
        # Each page is reached through app.py, as on a server: the tester would run it alone.
        with pretended(), mock.patch.object(script_runner, "_mpa_v1", runpy.run_path):
            app = AppTest.from_file(str(PROJECT_FOLDER / "app.py"), default_timeout=60).run()
            app.switch_page(f"pages/learn/{page}.py").run()
            taken = {label: move(app) for label, move in moves(app)}
        label, seconds = max(taken.items(), key=lambda one: one[1])
        late = [f"{label} {1000 * seconds:.0f} ms" for label, seconds in taken.items() if seconds > AIM]
        middle = 1000 * statistics.median(taken.values())
        yield f"{page}: {len(taken)} controls, median {middle:.0f} ms, slowest {1000 * seconds:.0f} ms ({label})"
        yield from (f"   over {1000 * AIM:.0f} ms: {one}" for one in late)


def moves(app: AppTest) -> Iterator[tuple[str, Callable[[AppTest], float]]]:
    """Every control that can be moved, by its label and key."""
    for kind in ("slider", "radio", "toggle", "checkbox", "number_input", "selectbox", "select_slider"):
        for control in app.main.get(kind):
            if control.key and (there := another(kind, control)) is not None:
                yield f"{control.label} ({control.key})", setting(control.key, control.value, there)
    for group in app.main.get("button_group"):
        if group.key and len(group.options) > 1:
            yield f"{group.proto.label} ({group.key})", choosing(group.key, list(group.formatted_values), group.options)


def another(kind: str, control: Any) -> Any:
    """A value that `control` does not have now; None where there is none."""
    if kind in ("toggle", "checkbox"):
        return not control.value
    if kind in ("slider", "number_input"):
        return control.min if control.value != control.min else control.max
    others = [place for place in range(len(control.options)) if place != control.value]
    return others[0] if kind == "radio" and others else None


def setting(key: str, here: Any, there: Any) -> Callable[[AppTest], float]:
    """Set the control called `key` to `there`, and back to `here`; the seconds of the slower of the two."""

    def move(app: AppTest) -> float:
        return max(timed(app, app.get_by_key(key).set_value(value)) for value in (there, here))

    return move


def choosing(key: str, here: list[str], options: list[str]) -> Callable[[AppTest], float]:
    """Choose each of the `options` of the group called `key`, and then `here` again; the seconds of the slowest."""

    def move(app: AppTest) -> float:
        taken = []
        for words in [[one] for one in options] + [here]:
            # Streamlit's tester would ask for the value behind the words, which a browser does not know either.
            with mock.patch.object(ButtonGroup, "formatted_values", chosen(key, words)):
                taken.append(timed(app, app))
        return max(taken)

    return move


def chosen(key: str, words: list[str]) -> property:
    before = ButtonGroup.formatted_values.fget
    return property(lambda group: words if group.key == key else before(group))


def timed(app: AppTest, ready: Any) -> float:
    began = time.perf_counter()
    ready.run()
    taken = time.perf_counter() - began
    assert not app.exception, app.exception
    return taken
