"""Opening stored runs: the page of their kind shows them with their data, settings and result, or watches them."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import state, trainings
from pages.ui.language import tell
from pages.ui.runs.work import is_forecast
from pages.ui.text import works
from rnn_core.errors import EngineError
from rnn_core.store import RunLine, short_name


def reopen(lines: Sequence[RunLine]) -> None:
    """Turn to the page of the first of `lines`, with those that can be shown together with it."""
    _put_on_display(lines)
    st.switch_page(_page(lines[0]))


def start_again(line: RunLine) -> None:
    """Train an interrupted run anew, and turn to its page to watch it."""
    _put_on_display([line])
    try:
        trainings.start_again() if is_forecast(line) else works.start_again(line.spec.kind)
    except EngineError as error:
        st.error(tell(error), icon=":material/error:")
        return
    st.switch_page(_page(line))


def _page(line: RunLine) -> str:
    return "pages/train.py" if is_forecast(line) else f"pages/text/{line.spec.kind}.py"


def _put_on_display(lines: Sequence[RunLine]) -> None:
    if not is_forecast(lines[0]):
        works.put_on_display(lines[0].spec.kind, [short_name(line.name) for line in shown_together(lines)])
        return
    # A form has the first of several seeds.
    ordered = sorted(shown_together(lines), key=lambda line: line.spec.seed)
    state.set_runs(tuple(short_name(line.name) for line in ordered))
    state.forget_source()
    trainings.adopt()


def shown_together(lines: Sequence[RunLine]) -> tuple[RunLine, ...]:
    """Those of the same kind, data and split as the first one; the Train page looks at the very rows."""
    return tuple(line for line in lines if _test(line) == _test(lines[0]))


def _test(line: RunLine) -> tuple[object, ...]:
    """The data, and what cuts the test part out of it; of work with text, the kind."""
    spec = line.spec
    if not is_forecast(line):
        return spec.kind, line.series, line.origin
    begins = spec.test_from or (spec.train_from, spec.train_to, spec.test_share)
    return line.series, line.source, line.target, spec.missing, begins, spec.test_to
