"""A run as a Jupyter notebook: its script, cut at the marks of its cells. Pure: no Keras."""

import json
import re
from typing import Any

from rnn_core.export.script import script_of
from rnn_core.forecast.run import Run
from rnn_core.series import Series

_MARK = re.compile(r"^# %%( \[markdown\])?\n", re.MULTILINE)
_COMMENT = re.compile(r"^# ?", re.MULTILINE)
_KERNEL = {
    "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
    "language_info": {"name": "python"},
}


def notebook_of(run: Run, series: Series) -> str:
    """The script of `run` as a notebook, the same cells in the same order; `data.csv` lies beside it.

    Raises:
        SpecError: `series` is not one that the run can have been trained on.
    """
    # It takes a while to load, and few ask for a notebook.
    import nbformat  # noqa: PLC0415

    # "a mark", "a mark [markdown]" -> ["", None, text, " [markdown]", text, ...]
    _before, *pieces = _MARK.split(script_of(run, series))
    texts = zip(pieces[::2], pieces[1::2], strict=True)
    cells = [_cell(text.strip("\n"), f"cell-{place}", words=bool(kind)) for place, (kind, text) in enumerate(texts)]
    made = {"cells": cells, "metadata": _KERNEL, "nbformat": 4, "nbformat_minor": 5}
    nbformat.validate(made)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _cell(text: str, name: str, *, words: bool) -> dict[str, Any]:
    if words:
        return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _COMMENT.sub("", text)}
    never_run: dict[str, Any] = {"execution_count": None, "outputs": []}
    return {"cell_type": "code", "id": name, "metadata": {}, "source": text} | never_run
