"""Which runs the list shows: search, filters and order. They are remembered for as long as the visit lasts."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from pages.ui.runs.wording import STAGES
from pages.ui.runs.work import WORK
from rnn_core.cells import CELLS
from rnn_core.series import builtin_series
from rnn_core.store import Order, Query, Stage
from rnn_core.text.corpora import EXAMPLES, PASSAGES
from rnn_core.text.reading import PASTED
from rnn_core.text.rewrite.tasks import TASKS
from rnn_core.words import N_

ROWS = 20
_LONGEST_SEARCH = 100

_ORDERS: dict[Order, str] = {
    "newest": N_("Newest first"),
    "oldest": N_("Oldest first"),
    "rmse": N_("Smallest RMSE first"),
    "against_naive": N_("Best against a simple method first"),
    "title": N_("By name"),
    "series": N_("By data"),
}
_BETTER = {True: N_("Better than the simple method"), False: N_("Not better")}
_KEPT = "runs_view"


@dataclass(frozen=True)
class RunsView:
    """What of all runs is looked at; empty choices let all through, and `page` counts from 1.

    `search` counts how often something else was looked for.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    series: str = ""
    better: bool | None = None
    stages: tuple[Stage, ...] = ()
    order: Order = "newest"
    page: int = 1
    search: int = 0

    @property
    def filters(self) -> int:
        """How many filters are set, the search apart."""
        return sum((bool(self.kinds), bool(self.cells), bool(self.series), self.better is not None, bool(self.stages)))

    @property
    def narrowed(self) -> bool:
        """Whether some runs may be left out."""
        return bool(self.text) or self.filters > 0

    def query(self, owner: str | None) -> Query:
        """What to ask the store for."""
        return Query(
            owner,
            kinds=self.kinds,
            text=self.text,
            cells=self.cells,
            stages=self.stages,
            series=(self.series,) if self.series else (),
            better=self.better,
            order=self.order,
            offset=(self.page - 1) * ROWS,
            limit=ROWS,
        )


def view() -> RunsView:
    """What the visitor looks at."""
    found: RunsView = state.kept(_KEPT, RunsView())
    return found


def turn_to_page(number: int) -> None:
    """Look at another page of the list."""
    state.keep(_KEPT, replace(view(), page=number))


def clear() -> None:
    """Leave nothing out; the order stays."""
    state.keep(_KEPT, RunsView(order=view().order, search=view().search + 1))


def turn_pages(count: int) -> None:
    """The control that looks at another of `count` pages."""
    # A new one for each search, because only a new one begins where it is told.
    st.pagination(count, width="stretch", default=view().page, key=widgets.key(f"set_{_pages_name()}"), on_change=_turn)


def _pages_name() -> str:
    return f"runs_page_{view().search}"


def _turn() -> None:
    turn_to_page(int(widgets.widget_value(_pages_name(), 1)))


def choose(series_names: tuple[str, ...]) -> None:
    """The controls."""
    now = view()
    search, order, more = st.columns([5, 3, 2], vertical_alignment="bottom")
    search.text_input(
        _("Search"),
        key=widgets.showing("runs_text", now.text),
        placeholder=_("Name, note, data, cell"),
        type="search",
        max_chars=_LONGEST_SEARCH,
        live="300ms",
        icon=":material/search:",
        on_change=_take,
        args=("text",),
    )
    order.selectbox(
        _("Sort"),
        list(_ORDERS),
        key=widgets.showing("runs_order", now.order),
        format_func={name: _(words) for name, words in _ORDERS.items()}.__getitem__,
        on_change=_take,
        args=("order",),
    )
    label = _("Filters ({count})", count=now.filters) if now.filters else _("Filters")
    with more.popover(label, icon=":material/filter_list:", width="stretch", key="runs_filters"):
        _filters(now, series_names)


def _filters(now: RunsView, series_names: tuple[str, ...]) -> None:
    st.pills(
        _("Kind of work"),
        list(WORK),
        selection_mode="multi",
        key=widgets.showing("runs_kinds", list(now.kinds)),
        format_func={kind: f"{work.icon} {_(work.title)}" for kind, work in WORK.items()}.__getitem__,
        on_change=_take,
        args=("kinds",),
    )
    st.pills(
        _("Cells"),
        list(CELLS),
        selection_mode="multi",
        key=widgets.showing("runs_cells", list(now.cells)),
        on_change=_take,
        args=("cells",),
    )
    # What was chosen stays on offer, even when its last run is deleted.
    names = sorted({*series_names, *([now.series] if now.series else [])})
    titles = {"": _("All data")} | {name: _ours(name) for name in names}
    st.selectbox(
        _("Data"),
        list(titles),
        key=widgets.showing("runs_series", now.series),
        format_func=titles.__getitem__,
        on_change=_take,
        args=("series",),
    )
    st.pills(
        _("Against a simple method"),
        list(_BETTER),
        key=widgets.showing("runs_better", now.better),
        format_func={better: _(words) for better, words in _BETTER.items()}.__getitem__,
        on_change=_take,
        args=("better",),
    )
    st.pills(
        _("How far it got"),
        list(STAGES),
        selection_mode="multi",
        key=widgets.showing("runs_stages", list(now.stages)),
        format_func={stage: _(words) for stage, words in STAGES.items()}.__getitem__,
        on_change=_take,
        args=("stages",),
    )
    if now.narrowed:
        st.button(_("Clear filters"), key="runs_clear_filters", on_click=clear)


def _take(field: str) -> None:
    """Keep what the widget of `field` says; the list then begins at its first page."""
    value: Any = widgets.widget_value(f"runs_{field}", None)
    if isinstance(value, list):
        value = tuple(value)
    if value is None and field != "better":
        value = getattr(RunsView(), field)
    state.keep(_KEPT, replace(view(), page=1, search=view().search + 1, **{field: value}))


def _ours(name: str) -> str:
    """The name of some data, in the visitor's language if it is one of ours."""
    of_text = {*PASSAGES.values(), *EXAMPLES.values(), *TASKS.values()}
    return _(name) if name in {PASTED, *(one.title for one in (*builtin_series().values(), *of_text))} else name
