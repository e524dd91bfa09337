"""Files of one's own on the Data page: the receipt, the question of day and month, reading anew, a second file."""

import pandas as pd
import pytest

from pages.ui.series import rereading
from rnn_core.series import read_file
from tests.pages.test_pages import texts

ROWS = 120


def table(first="2024-01-01", rows=ROWS, separator=",", style="%Y-%m-%d", shift=0):
    days = pd.date_range(first, periods=rows)
    lines = [f"{day:{style}}{separator}{10 + (number + shift) % 9}" for number, day in enumerate(days)]
    return "\n".join([f"Date{separator}Close", *lines]).encode()


def two_way_days():
    """Days that could be months, jumbled, so that nothing settles which is which."""
    pairs = [(day, month) for day in (3, 7, 9, 11) for month in (5, 2, 10, 12, 1)]
    lines = [f"{day:02d}/{month:02d}/2024,{day + month}" for day, month in pairs]
    return "\n".join(["Date,Close", *lines]).encode()


@pytest.fixture
def upload(visit):
    def with_(content, name="mine.csv"):
        app = visit("data")
        app.file_uploader[0].set_value((name, content, "text/csv")).run()
        assert not app.exception
        return app

    return with_


def box(app, label):
    return next(box for box in app.selectbox if box.label == label)


def button(app, start):
    return next(button for button in app.button if button.label.startswith(start))


def test_a_file_is_told_in_words_and_how_it_was_read(upload):
    app = upload(table(separator=";"))
    said = texts(app)
    assert "120 daily rows, Jan 1, 2024 to Apr 29, 2024 · your file" in said
    assert "Between the cells: **semicolon**" in said
    assert "closing price: **Close**" in said


def test_a_file_that_leaves_day_and_month_open_asks(upload):
    app = upload(two_way_days())
    assert "Which comes first" in texts(app)
    button(app, "The day").click().run()
    assert not app.exception
    assert "Which comes first" not in texts(app)
    assert "In dates like 03/04/05: **day first**" in texts(app)
    assert "Jan 3, 2024" in texts(app)


def test_an_answer_stays_after_a_refresh(upload, visit):
    app = upload(two_way_days())
    button(app, "The month").click().run()
    again = visit("data", data=app.query_params["data"])
    assert "Which comes first" not in texts(again)
    assert "In dates like 03/04/05: **month first**" in texts(again)


def test_what_a_visitor_says_wins_over_what_was_found_out(upload):
    app = upload(table().replace(b"10\n", b"1,000\n").replace(b",", b";"))
    box(app, "Decimal mark").set_value(".").run()
    assert not app.exception
    assert "Decimal mark: **point (1.5)**" in texts(app)


def test_a_way_to_read_that_does_not_fit_is_a_sentence_and_the_old_series_stays(upload):
    app = upload(table())
    before = app.query_params["data"]
    box(app, "Between the cells").set_value("|").run()
    assert not app.exception
    assert len(app.error) == 1
    assert app.query_params["data"] == before


def test_a_refused_file_can_be_helped(upload, monkeypatch):
    content, read = b"Date,Close\nsoon,one\nlater,two\n", []
    monkeypatch.setattr(rereading, "read_file", lambda *words, **_: read.append(words) or read_file(table()))
    app = upload(content, "odd.csv")
    assert app.error
    assert "Read it differently" in [expander.label for expander in app.expander]
    assert app.query_params.get("data") is None
    box(app, "Decimal mark").set_value(",").run()
    assert not app.exception
    assert not app.error
    assert app.query_params["data"].startswith("file:")
    assert len(read) == 1


def test_a_second_file_becomes_the_test_part(upload):
    app = upload(table())
    app.file_uploader[1].set_value(("later.csv", table("2024-05-01", 40), "text/csv")).run()
    assert not app.exception
    assert app.query_params["test_from"] == "2024-05-01"
    assert "+" in app.query_params["data"]
    assert "160 daily rows" in texts(app)
    assert "40 rows to be tested on" in texts(app)


def test_a_second_file_that_does_not_continue_the_first_is_refused_and_the_first_stays(upload):
    app = upload(table())
    app.file_uploader[1].set_value(("earlier.csv", table("2020-01-01", 40), "text/csv")).run()
    assert not app.exception
    assert "must continue the first" in texts(app)
    assert "+" not in app.query_params["data"]


def test_who_takes_the_second_file_away_has_the_first_again(upload):
    app = upload(table())
    app.file_uploader[1].set_value(("later.csv", table("2024-05-01", 40), "text/csv")).run()
    app.file_uploader[1].clear().run()
    assert not app.exception
    assert "+" not in app.query_params["data"]
    assert "120 daily rows" in texts(app)


def test_two_files_come_back_by_their_address(upload, visit):
    app = upload(table())
    app.file_uploader[1].set_value(("later.csv", table("2024-05-01", 40), "text/csv")).run()
    again = visit("data", data=app.query_params["data"], test_from="2024-05-01")
    assert not again.exception
    assert "160 daily rows" in texts(again)


def test_reading_the_first_of_two_files_anew_keeps_the_second(upload):
    app = upload(two_way_days())
    app.file_uploader[1].set_value(("later.csv", table("2025-05-01", 40), "text/csv")).run()
    button(app, "The day").click().run()
    assert not app.exception
    assert "+" in app.query_params["data"]
    assert app.query_params["test_from"] == "2025-05-01"


def test_after_a_refresh_the_second_file_can_still_be_taken_away(upload, visit):
    app = upload(table())
    app.file_uploader[1].set_value(("later.csv", table("2024-05-01", 40), "text/csv")).run()
    again = visit("data", data=app.query_params["data"], test_from="2024-05-01")
    assert "Continued by later.csv" in texts(again).replace("\\", "")
    button(again, "Do without the second file").click().run()
    assert not again.exception
    assert "120 daily rows" in texts(again)
