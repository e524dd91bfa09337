"""Pages run in this process by Streamlit's own tester, with an engine that trains nothing."""

import runpy
from collections.abc import Callable, Iterator
from functools import cache
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

import pages.ui.store
from rnn_core.settings import PROJECT_FOLDER
from rnn_core.store import RunStore
from tests.pages.fake_engine import FakeEngine, pretended

_installed_components = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture
def fake_engine() -> Iterator[FakeEngine]:
    """The engine that the pages find, and with it a database in memory."""
    st.cache_resource.clear()
    with pretended() as fake:
        yield fake
        st.cache_resource.clear()


@pytest.fixture
def store(fake_engine: FakeEngine) -> RunStore:  # noqa: ARG001
    """The database of runs that the pages find; what a test puts there is from an earlier life of the server."""
    return pages.ui.store.store()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server does once, or with less to look at, is not done anew in each test.

    After each run Streamlit clears Keras' state, if another test has loaded it here, and looks for garbage: on a server
    there is no Keras, but here that would take a second a run. Each visitor of its tester looks through all installed
    packages for components, which a server does when it starts.
    """
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", _installed_components)
    monkeypatch.setattr(script_runner, "_clean_problem_modules", lambda: None)
    monkeypatch.setattr(script_runner, "gc", SimpleNamespace(collect=lambda *_: 0))


@pytest.fixture
def front_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is reached through app.py, as on a server that has had its first visit.

    Streamlit's tester forgets between runs that app.py names the pages, and would run those of the folder alone,
    without the sidebar and the address.
    """
    monkeypatch.setattr(script_runner, "_mpa_v1", runpy.run_path)


@pytest.fixture
def visit(fake_engine: FakeEngine, front_door: None) -> Callable[..., AppTest]:  # noqa: ARG001
    """Open a page as a visitor does, with what the address says after the question mark."""

    def open_page(page: str = "home", locale: str = "en-US", **params: str) -> AppTest:
        app = AppTest.from_file(str(PROJECT_FOLDER / "app.py"), default_timeout=30)
        app.context["locale"] = locale
        for name, value in params.items():
            app.query_params[name] = value
        app.run()
        return app if page == "home" else app.switch_page(f"pages/{page}.py").run()

    return open_page


def in_language(key: str, language: str) -> str:
    """The key of a widget whose choices are words, as it is on a page in `language`."""
    return key if language == "en" else f"{key}@{language}"
