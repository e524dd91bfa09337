"""From `streamlit run` to a first page that can be used. Aim: 3 s."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.visitor import visitor
from tests.browser.serving import serve

TRIES = 3


def run() -> Iterator[str]:
    with visitor() as page:
        for _ in range(TRIES):
            with tempfile.TemporaryDirectory() as folder:
                began = time.monotonic()
                with serve(Path(folder)) as server:
                    page.goto(server.address, wait_until="commit")
                    page.get_by_role("button", name="Train").first.wait_for()
                    seconds = time.monotonic() - began
            yield f"first page usable {seconds:.2f} s after streamlit run"
