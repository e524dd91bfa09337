"""Which data and settings made a result, so that anybody can make it again."""

import streamlit as st

from pages.ui.language import _
from pages.ui.results.result import Result
from pages.ui.series import rereading


def show(result: Result) -> None:
    """Data, how a file was read, settings, versions."""
    first = result.first
    st.markdown(
        _(
            "Data: {name}, column {column}. {train} training windows, {kept} of them kept back for validation, and "
            "{test} test rows.",
            name=first.series.name,
            column=first.series.target,
            train=first.train_windows,
            kept=len(first.kept_back.actual),
            test=first.test_windows,
        )
    )
    for receipt in (first.series.receipt, first.series.receipt.continued_by):
        if receipt is not None and receipt.found is not None:
            st.markdown(_("How {file} was read:", file=receipt.source) + "\n" + rereading.summary(receipt))
    st.json(first.spec.model_dump(mode="json", exclude={"kind", "cell"}), expanded=False)
    st.caption(", ".join(f"{name} {version}" for name, version in first.versions.items()))
