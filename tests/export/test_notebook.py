"""The notebook of a run: the cells of its script, and it runs."""

import nbformat
import pytest
from nbclient import NotebookClient

from rnn_core.export.notebook import notebook_of
from rnn_core.export.script import script_of
from tests.export.script_cases import CASES, Reproduced, series_of_case, spec_of
from tests.made_up_runs import made_up_run

CASE = "GRU of two layers, dropout, early stopping"


@pytest.mark.parametrize("case", CASES)
def test_a_notebook_has_all_of_the_script_in_readable_cells(case: str) -> None:
    series = series_of_case(case)
    run = made_up_run(spec_of(case), series, 1.0)
    notebook = nbformat.reads(notebook_of(run, series), as_version=4)
    nbformat.validate(notebook)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    words = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    script = script_of(run, series)
    assert [source for source in code if source not in script] == []
    assert words[0].startswith(f"# {run.spec.cell}")
    assert all(text.startswith("#") and "\n#" not in text.removeprefix("#") for text in words)
    assert "".join(words + code).count("\n") + 2 * len(notebook.cells) > script.count("\n") - 3 * len(notebook.cells)


def test_the_same_run_gives_the_same_notebook() -> None:
    series = series_of_case(CASE)
    run = made_up_run(spec_of(CASE), series, 1.0)
    assert notebook_of(run, series) == notebook_of(run, series)


@pytest.mark.engine
def test_a_notebook_runs_and_agrees_with_its_run(reproduced: Reproduced, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, had, _ = reproduced.of(CASE)
    for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(folder))
    notebook = nbformat.read(folder / "notebook.ipynb", as_version=4)
    NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(folder)}}).execute()
    printed = "".join(one.get("text", "") for one in notebook.cells[-1].outputs)
    assert "The network agrees with RNN Lab." in printed
    assert f"{had['rmse']:.6g}"[:6] in printed
