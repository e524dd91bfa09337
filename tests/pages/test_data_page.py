"""The Data page: days or a share, never both; settings that stay from page to page."""

from tests.pages.test_pages import texts

DAYS = ("train_from", "train_to", "test_from", "test_to")


def test_who_switches_from_days_to_a_share_keeps_no_days(visit):
    app = visit("data", data="builtin:share", train_from="2016-01-01", test_from="2021-01-01")
    assert app.session_state["set_way"] == "days"
    assert [name for name in DAYS if name in app.query_params] == ["train_from", "test_from"]
    app.get_by_key("set_way").set_value("share").run()
    assert not app.exception
    assert [name for name in DAYS if name in app.query_params] == []
    assert [name for name in DAYS if name in app.session_state["settings"]] == []
    # A fifth of all 4,013 rows.
    assert "803 rows to be tested on" in texts(app)
    app.switch_page("pages/train.py").run()
    assert "803 test rows" in texts(app)
    assert [name for name in DAYS if name in app.query_params] == []


def test_who_switches_from_a_share_to_days_tests_by_days(visit):
    app = visit("data", data="builtin:share", test_share="0.3")
    assert "1,204 rows to be tested on" in texts(app)
    app.get_by_key("set_way").set_value("days").run()
    app.get_by_key("set_test_from").set_value(app.get_by_key("set_test_from").max).run()
    assert not app.exception
    assert app.query_params["test_from"] == "2021-10-11"
    assert "1 rows to be tested on" in texts(app)


def test_who_turns_from_page_to_page_keeps_all_settings(visit):
    chosen = {"cells": "GRU", "target": "High", "missing": "drop", "window": "22", "scaling": "robust"}
    app = visit("train", data="builtin:share", **chosen)
    for page in ("data", "train", "home", "data", "data", "train"):
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        assert app.query_params == {"data": "builtin:share", **chosen}
