"""What moving anything on a page that teaches costs the server. Aim: an answer within 200 ms.

A browser moves every control in turn. Timed is the server: from the message that says what was moved until the last of
its answer is handed over to be sent. Drawing in the browser comes on top.
"""

import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.benchmarks.visitor import visitor
from tests.browser.serving import Server, serve
from tests.browser.visiting import expect_result, main, open_page, settle, train, train_button

AIM = 0.2
TIMED = Path(__file__).with_name("timed_server.py")
PAGES = ("cell", "memory", "shapes", "pitfalls")
# Each kind of control, and how it is moved.
MOVES: dict[str, Callable[[Locator], None]] = {
    "[data-testid=stSlider] [role=slider]": lambda knob: knob.press("ArrowLeft"),
    "[data-testid=stCheckbox] label": lambda box: box.click(),
    "[data-testid=stRadio] label": lambda label: label.click(),
    "[data-testid=stButtonGroup] button": lambda button: button.click(),
    "[data-testid=stNumberInput] [data-testid=stNumberInputStepUp]": lambda button: button.click(),
}
RUN = "/train?data=builtin:share&cells=LSTM&units=125&epochs=1&batch_size=256&target=High&window=60"
# Milliseconds in which the browser has asked for what was moved.
PAUSE = 600


@dataclass(frozen=True)
class Clock:
    """Times the answers that a page gets from its server, which writes them into the file `answers`."""

    page: Page
    answers: Path

    def time(self, move: Callable[[], object]) -> float | None:
        """Seconds of the slowest answer to `move`; None if the browser did not ask the server."""
        settle(self.page)
        before = len(self._read())
        move()
        self.page.wait_for_timeout(PAUSE)
        settle(self.page)
        return max(self._read()[before:], default=None)

    def _read(self) -> list[float]:
        return [float(line) for line in self.answers.read_text().splitlines()]


def run() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder), program=TIMED) as server, visitor() as page:
        clock = Clock(page, Path(folder, "answers.txt"))
        # First what trains: afterwards no worker is still being started beside the answers.
        yield from said("inside", inside(clock, server))
        for name in PAGES:
            open_page(page, f"{server.address}/{name}")
            page.get_by_test_id("stRadio").first.wait_for()  # the questions at the end
            yield from said(name, moved(clock, main(page)))


def inside(clock: Clock, server: Server) -> dict[str, float]:
    """The look inside a run with the recipe's LSTM of 125 units."""
    open_page(clock.page, f"{server.address}{RUN}")
    train_button(clock.page).wait_for()
    train(clock.page)
    expect_result(clock.page)
    opened = clock.time(lambda: clock.page.get_by_role("tab", name="Inside").click())
    again = clock.time(lambda: open_again(clock.page))
    rest = moved(clock, clock.page.get_by_role("tabpanel", name="Inside"))
    return {name: seconds for name, seconds in {"its opening": opened, "opened again": again}.items() if seconds} | rest


def open_again(page: Page) -> None:
    page.get_by_role("tab", name="Scores").click()
    page.wait_for_timeout(PAUSE)
    settle(page)
    page.get_by_role("tab", name="Inside").click()


def moved(clock: Clock, part: Locator) -> dict[str, float]:
    """Seconds for every control in sight in a `part` of the page, by what it is."""
    settle(clock.page)
    taken: dict[str, float] = {}
    for kind, move in MOVES.items():
        for place in range(part.locator(kind).count()):
            control = part.locator(kind).nth(place)
            if control.is_visible() and control.is_enabled():
                name = f"{place} {named(control)}"
                seconds = clock.time(partial(move, control))
                taken |= {} if seconds is None else {name: seconds}
    return taken


def named(control: Locator) -> str:
    return control.get_attribute("aria-label") or control.inner_text().strip().replace("\n", " ")


def said(name: str, taken: dict[str, float]) -> Iterator[str]:
    slowest = max(taken, key=taken.__getitem__)
    middle = 1000 * statistics.median(taken.values())
    late = [
        f"   over {1000 * AIM:.0f} ms: {what} {1000 * seconds:.0f} ms"
        for what, seconds in taken.items()
        if seconds > AIM
    ]
    yield f"{name}: {len(taken)} controls, median {middle:.0f} ms, slowest {1000 * taken[slowest]:.0f} ms ({slowest})"
    yield from late
