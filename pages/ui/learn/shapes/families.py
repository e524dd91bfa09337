"""RNN, CNN and Transformer in one table, its numbers worked out for a window of one's choice."""

import streamlit as st

from pages.ui.language import _
from pages.ui.learn.notice import notice
from rnn_core.lessons.shapes.families import FILTER, ROWS, Costs, attention, convolution, recurrent

_LENGTHS, _WIDTHS = (10, 30, 100, 300, 1000, 3000, 10000), (16, 32, 64, 128, 256, 512)


def show() -> None:
    """Two sliders, the table, its sources, and what to notice."""
    left, right = st.columns(2, gap="large")
    steps = left.select_slider(_("Steps in the window (n)"), _LENGTHS, 100, key="family_steps")
    width = right.select_slider(_("Numbers a step (d)"), _WIDTHS, 64, key="family_width")
    st.table(_table(steps, width))
    st.caption(
        _(
            "Costs: Vaswani et al. (2017), table 1, with filters of k = {filter} steps that spread out as in Bai, "
            "Kolter and Koltun (2018). On their tasks such a convolution did better than LSTM and GRU; for "
            "forecasting, Zeng et al. (2023) found that a linear model often beat Transformers. Try the simple one "
            "first.",
            filter=FILTER,
        )
    )
    notice(
        _(
            "As long as n is smaller than d, attention is the cheapest; beyond that its n² tells. A recurrent network "
            "has to wait at each step, which is why it learns slowly on large machines. But when one more day comes, "
            "it does the same small work with the same small state, however long it has been running."
        )
    )


def _table(steps: int, width: int) -> dict[str, list[str]]:
    """The columns of the table, in Markdown."""
    families = {"RNN": recurrent, "CNN": convolution, "Transformer": attention}
    cells = {
        name: [_cell(getattr(row, name.lower()), costs(steps, width)) for row in ROWS]
        for name, costs in families.items()
    }
    return {" ": ["**" + _(row.about) + "**" for row in ROWS], **cells}


def _cell(template: str, costs: Costs) -> str:
    return _(
        template,
        filter=FILTER,
        waiting=costs.waiting,
        work=costs.work,
        apart=costs.apart,
        memory=costs.memory,
    )
