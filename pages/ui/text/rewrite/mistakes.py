"""Mistakes: questions of the test that a network answered wrongly, beside what would have been right."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui.language import _, plain
from rnn_core.text.rewrite.result import Rewritten


def show(runs: Mapping[str, Rewritten]) -> None:
    """Some of the mistakes of each network, which is called by its name."""
    for name, run in runs.items():
        st.markdown(f"**{plain(name)}**")
        if run.mistakes:
            st.table(_table(run))
        else:
            st.caption(_("It made no mistake in the test."))
    st.caption(_("These are mistakes of greedy answers, a dozen at most. The questions are those of the test."))


def _table(run: Rewritten) -> pd.DataFrame:
    columns = {
        _("Question"): [one.question for one in run.mistakes],
        _("Right"): [one.right for one in run.mistakes],
        _("Said"): [one.said for one in run.mistakes],
    }
    found = {name: [plain(text) for text in texts] for name, texts in columns.items()}
    return pd.DataFrame(found, index=range(1, len(run.mistakes) + 1))
