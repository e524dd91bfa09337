"""The report in a real browser: charts in both languages, no network, no surprise, at a desk, on a phone, on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from rnn_core.export import Exported, report_of
from tests.export.bundle_runs import ENGLISH, OTHER, a_series, a_spec, exported, honest_run

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="alert(1)"></script><script>alert(2)</script> {{7*7}} [x](javascript:alert(3))'
CHARTS = 5

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    series = a_series()
    other = Exported(honest_run(a_spec(cell="GRU"), series, 2.0), series)
    return saved(tmp_path_factory, exported(), other)


def saved(folder: pytest.TempPathFactory, *runs: Exported) -> Path:
    path = folder.mktemp("report") / "report.html"
    path.write_text(report_of(list(runs), [ENGLISH, OTHER]), "utf-8")
    return path


@pytest.fixture
def look(browser: Browser) -> Open:
    """Opens a report, and fails at whatever it does beside showing it."""

    def look_at(path: Path, width: int = 1280, scheme: str = "light") -> Page:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.set_default_timeout(30_000)
        expect.set_options(timeout=30_000)
        page.surprises = []
        page.on("dialog", lambda dialog: (page.surprises.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: page.surprises.append(message.text))
        page.on("pageerror", lambda error: page.surprises.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or page.surprises.append(request.url))
        page.goto(path.as_uri())
        expect(charts(page)).to_have_count(CHARTS)
        return page

    return look_at


def charts(page: Page):
    """The charts of the language that is shown, once they are drawn."""
    return page.locator("main:not([hidden]) .chart .main-svg:first-child")


def widths(page: Page) -> list[float]:
    return [box["width"] for one in charts(page).all() if (box := one.bounding_box())]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn_in_both_languages(look: Open, report: Path, width: int, scheme: str) -> None:
    page = look(report, width, scheme)
    for language in ("English", "中文"):
        page.get_by_role("button", name=language).click()
        expect(charts(page)).to_have_count(CHARTS)
        assert all(width * 0.7 < found <= width for found in widths(page))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.surprises == []


def test_a_press_changes_the_language_of_all(look: Open, report: Path) -> None:
    page = look(report)
    expect(page.get_by_role("heading", name="Report", level=1)).to_have_text("Report")
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("heading", name="«Report»", level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.get_by_role("button", name="中文")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("main")).to_have_count(1)
    assert page.surprises == []


def test_dark_pages_have_dark_charts(look: Open, report: Path) -> None:
    ground = "getComputedStyle(document.querySelector('.chart .main-svg')).background"
    assert "rgb(255, 255, 255)" in look(report).evaluate(ground)
    assert "rgb(14, 17, 23)" in look(report, scheme="dark").evaluate(ground)


def test_charts_fit_on_paper_in_ink_on_white(look: Open, report: Path) -> None:
    page = look(report, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert widths(page) == [680] * CHARTS
    ground = "getComputedStyle(document.querySelector('.chart .main-svg')).background"
    assert "rgb(255, 255, 255)" in page.evaluate(ground)
    expect(page.get_by_role("button", name="English")).to_be_hidden()
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert min(widths(page)) > 800
    assert page.surprises == []


def test_hostile_names_do_nothing(look: Open, tmp_path_factory: pytest.TempPathFactory) -> None:
    series = a_series(name=HOSTILE, unit=HOSTILE, columns=(HOSTILE, "Low"))
    page = look(saved(tmp_path_factory, Exported(honest_run(a_spec(), series), series, HOSTILE, HOSTILE)))
    plot = charts(page).nth(1)
    plot.hover()
    page.get_by_role("button", name="中文").click()
    expect(charts(page)).to_have_count(CHARTS)
    expect(page.locator("main:not([hidden]) section.note h3")).to_contain_text(HOSTILE)
    assert page.locator("img, a[href]").count() == 0
    assert page.surprises == []


def test_a_page_that_is_no_longer_ours_may_run_nothing(look: Open, report: Path, tmp_path: Path) -> None:
    """The policy holds even where somebody gets a mark into the file."""
    spoilt = tmp_path / "spoilt.html"
    mark = '<h1><img src="data:," onerror="window.pwned = 1"><script>window.pwned = 2</script>'
    spoilt.write_text(report.read_text("utf-8").replace("<h1>", mark, 1), "utf-8")
    assert look(spoilt).evaluate("window.pwned") is None
