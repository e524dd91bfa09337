"""The chart of a series in a real browser: the border moves by mouse, finger and key, and a zoom brings detail."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import choose_file, open_page, settle, zoom

pytestmark = pytest.mark.browser

CHART = "document.querySelector('.rnn-lab-series .rnn-lab-chart')"
RANGE = f"{CHART}._fullLayout.xaxis.range"
# Points of the line that lie within what is shown.
INSIDE = f"""() => {{
    const {{ range: [first, last], r2l }} = {CHART}._fullLayout.xaxis;
    return {CHART}._fullData[0].x.filter((day) => r2l(day) >= r2l(first) && r2l(day) <= r2l(last)).length;
}}"""
HUNDRED_THOUSAND = 100_000


@pytest.fixture(scope="module")
def long_file() -> dict:
    """A value every quarter of an hour."""
    began = date(2000, 1, 1)
    moments = (
        f"{began + timedelta(days=n // 96)} {n % 96 // 4:02}:{n % 4 * 15:02},{(n * 7919) % 1009}"
        for n in range(HUNDRED_THOUSAND)
    )
    return {"name": "long.csv", "mimeType": "text/csv", "buffer": "\n".join(["Date,Close", *moments]).encode()}


def knob(page: Page) -> Locator:
    return page.get_by_role("slider", name="Border between")


def drag(page: Page, by: float) -> None:
    """Take the knob and drop it `by` pixels to the side."""
    knob(page).scroll_into_view_if_needed()
    box = knob(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=6)
    page.mouse.up()


def test_the_border_can_be_dragged_and_the_days_follow(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:share")
    expect(knob(page)).to_be_visible()
    settle(page)
    page.evaluate(f"{CHART}.mark = 'kept'")
    drag(page, -120)
    expect(page).to_have_url(re.compile(r"train_to=201\d-\d\d-\d\d&test_from=201\d-\d\d-\d\d"))
    test_from = re.search(r"test_from=(\d{4}-\d\d-\d\d)", page.url)[1]
    expect(page.get_by_role("radio", name="By days")).to_be_checked()
    expect(date_box(page, "Test from")).to_have_text(re.compile(test_from.replace("-", r"\D*")))
    settle(page)
    assert page.evaluate(f"{CHART}.mark") == "kept"
    starts = page.evaluate(f"{CHART}.layout.shapes.find((one) => one.name === 'test').x0")
    assert starts == test_from


def date_box(page: Page, label: str) -> Locator:
    return page.get_by_test_id("stDateInput").filter(has_text=label)


def test_arrow_keys_move_the_border_row_by_row_and_keep_it_in_hand(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:sine&train_to=2023-05-02&test_from=2023-05-03")
    expect(knob(page)).to_have_attribute("aria-valuetext", "May 3, 2023")
    settle(page)
    knob(page).press("ArrowRight")
    knob(page).press("ArrowRight")
    expect(page).to_have_url(re.compile("train_to=2023-05-04&test_from=2023-05-05"))
    expect(knob(page)).to_have_attribute("aria-valuetext", "May 5, 2023")
    expect(knob(page)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("test_from=2023-05-04"))


def test_a_zoom_brings_more_points_and_stays_until_a_double_click(page: Page, server: Server, long_file: dict) -> None:
    open_page(page, f"{server.address}/data")
    choose_file(page, long_file)
    expect(knob(page)).to_be_visible()
    settle(page)
    whole = page.evaluate(RANGE)
    overview = page.evaluate(f"{CHART}._fullData[0].x.length")
    zoom(page, 0.3, 0.32)
    page.wait_for_function(f"before => {RANGE}[0] !== before", arg=whole[0])
    before, seen = page.evaluate(INSIDE), page.evaluate(RANGE)
    page.wait_for_function(f"before => ({INSIDE})() > 10 * before", arg=before)
    # Two hundredths of all rows are few enough to be there, every one.
    assert page.evaluate(INSIDE) == pytest.approx(HUNDRED_THOUSAND * 0.02, rel=0.05)
    assert page.evaluate(RANGE) == seen
    page.locator(".rnn-lab-series .nsewdrag").first.dblclick(position={"x": 200, "y": 40})
    page.wait_for_function(f"all => {RANGE}[0] === all[0] && {RANGE}[1] === all[1]", arg=whole)
    page.wait_for_function(f"all => {CHART}._fullData[0].x.length === all", arg=overview)


def test_who_switches_to_candles_goes_on_looking_at_the_same_weeks(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:share")
    expect(knob(page)).to_be_visible()
    settle(page)
    whole = page.evaluate(RANGE)
    zoom(page, 0.5, 0.52)
    page.wait_for_function(f"before => {RANGE}[0] !== before", arg=whole[0])
    seen = page.evaluate(RANGE)
    page.get_by_role("radio", name="Candles").click(force=True)
    page.wait_for_function(f"{CHART}._fullData[0].type === 'candlestick'")
    assert page.evaluate(RANGE) == seen
    # About seventy days, so one a candle.
    page.wait_for_function(f"{CHART}._fullData[0].name === 'prices'")


def test_a_settings_page_that_does_not_fit_still_has_its_border(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:sunspots&test_share=0.9")
    expect(page.get_by_role("alert").get_by_text("The window (60 steps) must be shorter")).to_be_visible()
    settle(page)
    drag(page, 250)
    expect(page).to_have_url(re.compile("test_from="))
    expect(page.get_by_text("rows to be tested on")).to_be_visible()


def test_dates_stand_where_they_belong_in_every_time_zone(browser: Browser, server: Server) -> None:
    page = browser.new_page(locale="en-US", timezone_id="America/Los_Angeles", viewport={"width": 1280, "height": 900})
    page.set_default_timeout(30_000)
    open_page(page, f"{server.address}/data?data=builtin:sine&train_to=2023-05-02&test_from=2023-05-03")
    expect(knob(page)).to_be_visible()
    settle(page)
    axis, left = f"{CHART}._fullLayout.xaxis", "parseFloat(document.querySelector('.rnn-lab-border').style.left)"
    stands = page.evaluate(f"{axis}.p2l({left} - {axis}._offset)")
    expected = datetime(2023, 5, 3, tzinfo=UTC).timestamp() * 1000
    assert stands == pytest.approx(expected, abs=3_600_000)
    knob(page).press("ArrowRight")
    expect(page).to_have_url(re.compile("test_from=2023-05-04"))
    page.close()


def test_a_finger_can_drag_the_border_on_a_phone(browser: Browser, server: Server) -> None:
    context = browser.new_context(
        locale="en-US", viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    open_page(page, f"{server.address}/data?data=builtin:share")
    expect(knob(page)).to_be_visible()
    settle(page)
    knob(page).scroll_into_view_if_needed()
    box = knob(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = context.new_cdp_session(page)
    for kind, dx in (("touchStart", 0), ("touchMove", -20), ("touchMove", -60), ("touchEnd", None)):
        points = [] if dx is None else [{"x": x + dx, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(page).to_have_url(re.compile("test_from=201"))
    context.close()
