"""From Train, with warm workers, to the first epoch of LSTM and GRU on screen, at the recipe's size. Aim: 2.5 s.

Each try has other units, so that none finds its networks compiled.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.visitor import visitor
from tests.browser.serving import Server, serve

UNITS = (125, 126, 124, 127, 123)
# The Mastercard recipe on the simulated share.
SETTINGS = (
    "data=builtin:share&cells=LSTM,GRU&target=High&window=60&epochs=50&optimizer=rmsprop"
    "&train_from=2016-01-01&train_to=2020-12-31&test_from=2021-01-01"
)
# A card tells of a loss when its first epoch has ended, in the very look in which the curve is drawn.
BOTH_TELL_OF_A_LOSS = """() => {
    const told = [...document.querySelectorAll("[data-testid=stMain] p")].map((one) => one.textContent);
    return told.filter((text) => /^Loss \\d/.test(text)).length === 2;
}"""
ONE_TELLS_OF_A_LOSS = BOTH_TELL_OF_A_LOSS.replace("=== 2", ">= 1")


def warm(server: Server) -> bool:
    """Whether two workers have loaded everything and now wait for work."""
    workers = server.workers()
    return len(workers) == 2 and all(worker.cpu_percent(interval=0.5) < 10 for worker in workers)


def run() -> Iterator[str]:
    with visitor() as page, tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as server:
        began = time.monotonic()
        page.goto(server.address, wait_until="commit")
        page.get_by_role("button", name="Train").first.wait_for()
        while not warm(server):
            page.wait_for_timeout(100)
        yield f"two warm workers {time.monotonic() - began:.1f} s after the first visit"
        tries = []
        for units in UNITS:
            page.goto(f"{server.address}/train?{SETTINGS}&units={units}", wait_until="commit")
            button = page.get_by_test_id("stMain").get_by_role("button", name="Train", exact=True)
            button.wait_for()
            page.wait_for_timeout(1000)
            began = time.monotonic()
            button.click()
            page.wait_for_function(ONE_TELLS_OF_A_LOSS)
            one = time.monotonic() - began
            page.wait_for_function(BOTH_TELL_OF_A_LOSS)
            tries.append((one, time.monotonic() - began))
            yield "first epoch of one cell on screen after {:.2f} s, of both after {:.2f} s".format(*tries[-1])
            page.get_by_role("button", name="Stop all").click()
            page.get_by_role("tab", name="Scores").wait_for()
        one, both = (statistics.median(each) for each in zip(*tries, strict=True))
        yield f"in the median {one:.2f} s and {both:.2f} s"
