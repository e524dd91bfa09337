"""Opening stored runs: the Train page shows them with their data, settings and result, or watches them learn."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import state, trainings
from pages.ui.language import tell
from rnn_core.errors import EngineError
from rnn_core.store import RunLine, short_name


def reopen(lines: Sequence[RunLine]) -> None:
    """Turn to the Train page with those of `lines` that can be shown together with the first."""
    _put_on_display(lines)
    st.switch_page("pages/train.py")


def start_again(line: RunLine) -> None:
    """Train an interrupted run anew, and turn to the Train page to watch it."""
    _put_on_display([line])
    try:
        trainings.start_again()
    except EngineError as error:
        st.error(tell(error), icon=":material/error:")
        return
    st.switch_page("pages/train.py")


def _put_on_display(lines: Sequence[RunLine]) -> None:
    # A form has the first of several seeds.
    ordered = sorted(shown_together(lines), key=lambda line: line.spec.seed)
    state.set_runs(tuple(short_name(line.name) for line in ordered))
    state.forget_source()
    trainings.adopt()


def shown_together(lines: Sequence[RunLine]) -> tuple[RunLine, ...]:
    """Those of the same data and split as the first one; the Train page looks at the very rows."""
    return tuple(line for line in lines if _test(line) == _test(lines[0]))


def _test(line: RunLine) -> tuple[object, ...]:
    """The data, and what cuts the test part out of it."""
    spec = line.spec
    begins = spec.test_from or (spec.train_from, spec.train_to, spec.test_share)
    return line.series, line.source, line.target, spec.missing, begins, spec.test_to
