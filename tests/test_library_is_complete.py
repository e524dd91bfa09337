"""Every room says what it is: modules, public functions and classes have docstrings, and `__all__` tells no lies.

Importing what the server imports loads neither TensorFlow nor Keras.
"""

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator

import pytest

from rnn_core.settings import PROJECT_FOLDER

# These run in a worker and may load TensorFlow; everything else may not.
WORKERS_ONLY = {
    "rnn_core.cells.fused",
    "rnn_core.forecast.attention",
    "rnn_core.forecast.callbacks",
    "rnn_core.learning.compiled",
    "rnn_core.forecast.feed",
    "rnn_core.learning.fitting",
    "rnn_core.forecast.learner",
    "rnn_core.forecast.learners",
    "rnn_core.learning.model_file",
    "rnn_core.forecast.network",
    "rnn_core.forecast.training",
    "rnn_core.learning.seeds",
    "rnn_core.forecast.watch",
    "rnn_core.learning.watch",
    "rnn_core.engine.preload",
    "rnn_core.text.rewrite.falling",
    "rnn_core.text.rewrite.feed",
    "rnn_core.text.rewrite.learner",
    "rnn_core.text.rewrite.learners",
    "rnn_core.text.rewrite.network",
    "rnn_core.text.rewrite.training",
    "rnn_core.text.rewrite.watch",
    "rnn_core.text.sentiment.learner",
    "rnn_core.text.sentiment.learners",
    "rnn_core.text.sentiment.network",
    "rnn_core.text.sentiment.real_words",
    "rnn_core.text.sentiment.training",
    "rnn_core.text.write.feed",
    "rnn_core.text.write.learner",
    "rnn_core.text.write.network",
    "rnn_core.text.write.training",
    "rnn_core.text.write.watch",
}
FILES = sorted((PROJECT_FOLDER / "rnn_core").rglob("*.py"))
TREES = {path.relative_to(PROJECT_FOLDER).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}
Definition = ast.FunctionDef | ast.ClassDef


def module_of(path: str) -> str:
    """`rnn_core/judge/__init__.py` -> `rnn_core.judge`."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


MODULES = [module_of(path) for path in TREES]
ROOMS = [module_of(path) for path in TREES if path.endswith("__init__.py")]


def public_definitions(tree: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    """Public functions and classes, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node, f"{node.name}.")


@pytest.mark.parametrize("path", TREES)
def test_every_module_and_everything_public_in_it_says_what_it_is(path: str) -> None:
    tree = TREES[path]
    assert ast.get_docstring(tree), f"{path} does not say what lives in it"
    silent = [name for name, node in public_definitions(tree) if not ast.get_docstring(node)]
    assert silent == []


@pytest.mark.parametrize("path", TREES)
def test_docstrings_are_whole_sentences(path: str) -> None:
    texts = {name: ast.get_docstring(node) or "" for name, node in public_definitions(TREES[path])}
    unfinished = [name for name, text in texts.items() if not text.split("\n\n")[0].rstrip().endswith((".", ":", "?"))]
    assert unfinished == []


@pytest.mark.parametrize("name", sorted(set(ROOMS)))
def test_the_public_names_of_a_room_exist_and_are_sorted(name: str) -> None:
    room = importlib.import_module(name)
    listed = getattr(room, "__all__", [])
    assert [one for one in listed if not hasattr(room, one)] == []
    assert len(listed) == len(set(listed))


def test_public_names_that_others_rely_on_are_there() -> None:
    promised = {
        "rnn_core.series": {"read_file", "load_ticker", "builtin_series", "load_builtin"},
        "rnn_core.cells": {"CELLS"},
        "rnn_core.forecast": {"ForecastSpec", "train"},
        "rnn_core.judge": {"rmse", "mae", "verdict"},
        "rnn_core.engine": {"Engine"},
        "rnn_core.store": {"RunStore"},
    }
    for room, names in promised.items():
        assert names <= set(importlib.import_module(room).__all__)


def test_importing_what_the_server_imports_loads_no_tensorflow() -> None:
    light = [name for name in MODULES if name not in WORKERS_ONLY]
    code = (
        "import importlib, sys\n"
        f"for name in {light}: importlib.import_module(name)\n"
        "from rnn_core.forecast import train\n"
        "assert callable(train)\n"
        "print([name for name in ('tensorflow', 'keras', 'streamlit') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT_FOLDER, check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
