"""The Runs page: every run in a row that can be found, ticked, compared, opened, changed and deleted with undo."""

from datetime import UTC, datetime, timedelta

import pytest

from pages.ui.runs import wording
from pages.ui.runs.filters import ROWS
from pages.ui.state import LANGUAGES
from rnn_core.engine import Job
from rnn_core.errors import StoreError
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import load_builtin
from rnn_core.settings import settings
from rnn_core.store import Stage, run_name, short_name
from rnn_core.words import Sentence
from tests.made_up_runs import made_up_run
from tests.pages.charts import charts
from tests.pages.conftest import in_language

HOSTILE = ["<img src=x onerror=alert(1)>", "**bold** [link](http://x.y) :material/home:", "=1+1", "1. - # ~ $x$"]


def texts(app):
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error)
    return "\n".join(element.value for kind in kinds for element in kind)


def ticks(app):
    return [box for box in app.checkbox if str(box.key).startswith("set_tick_")]


def names(app):
    """What stands in the rows, in their order."""
    return [box.label.replace("**", "").replace("\\", "") for box in ticks(app)]


class Visitor:
    """Somebody on the Runs page, with runs of their own."""

    def __init__(self, app, store):
        self.app, self.store, self.owner = app, store, app.session_state["owner"]

    def has(self, cell="GRU", miss=1.0, series="walk", title="", **more):
        """One more finished run; its name."""
        data = load_builtin(series)
        spec = ForecastSpec.make(**{"window": 10, **more}, cell=cell)
        return self.store.save(made_up_run(spec, data, miss), data, self.owner, title=title)

    def has_unfinished(self, stage=None, **more):
        data, spec = load_builtin("walk"), ForecastSpec.make(cell="GRU", window=10, **more)
        name = run_name(spec.key(data), self.owner)
        self.store.begin(name, spec, data, self.owner)
        if stage is not None:
            self.store.end(name, stage, Sentence("broken", "It broke."))
        return name

    def looks(self):
        self.app.run()
        assert not self.app.exception
        return self.app

    def ticks(self, *runs):
        for name in runs:
            key = in_language(f"set_tick_{short_name(name)}", self.app.session_state["language"])
            self.looks().get_by_key(key).check()
        return self.looks()

    def clicks(self, key):
        self.app.get_by_key(key).click()
        return self.looks()

    def chooses(self, run, action):
        self.app.get_by_key(f"menu_{short_name(run)}").click(action)
        return self.looks()

    def presses(self, label):
        next(button for button in self.app.button if button.label == label).click()
        return self.looks()

    def asks_for(self, field, value):
        self.app.get_by_key(f"set_runs_{field}").set_value(value)
        return self.looks()


@pytest.fixture
def me(visit, store):
    return Visitor(visit("runs"), store)


# The list


def test_without_runs_the_page_says_what_to_do_and_does_it(me):
    assert "There are no runs yet" in texts(me.app)
    assert me.clicks("runs_begin").title[0].value == "RNN Lab"


def test_a_run_is_a_row_with_name_data_scores_and_time(me):
    me.has("GRU", units=125)
    app = me.looks()
    assert names(app) == ["GRU · 125 units · window 10"]
    said = texts(app)
    assert "Random walk · Value" in said
    assert ":small[1.00]" in said
    assert "better]" in said or "worse]" in said
    assert "just now" in said


def test_a_network_that_did_not_learn_has_dashes(me):
    me.has("GRU", None)
    assert sum(text.value.startswith(":small[–]") for text in me.looks().markdown) == 2


def test_an_interrupted_run_starts_again_with_one_click(me, fake_engine):
    run = me.has_unfinished(Stage.INTERRUPTED)
    app = me.looks()
    app.get_by_key(f"again_{short_name(run)}").click().run()
    assert not app.exception
    assert app.title[0].value == "Train"
    assert [status.key for status in fake_engine.running(me.owner)] == [run]


@pytest.mark.parametrize("stage", [Stage.FAILED, Stage.STOPPED, Stage.INTERRUPTED])
def test_how_far_a_run_got_stands_beside_its_name(me, stage):
    me.has_unfinished(stage)
    assert f"-badge[{stage}]" in ticks(me.looks())[0].label


def test_a_run_that_is_in_training_can_be_watched(me, fake_engine):
    spec, data = ForecastSpec.make(cell="GRU", window=10), load_builtin("walk")
    name = me.has_unfinished()
    fake_engine.submit(Job(spec, data), me.owner)
    assert "-badge[in training]" in ticks(me.looks())[0].label
    app = me.clicks(f"open_{short_name(name)}")
    assert app.title[0].value == "Train"
    assert "Loss –" in texts(app)


def test_nobody_sees_the_runs_of_others(me, visit):
    me.has()
    assert ticks(visit("runs")) == []


def test_where_everybody_sees_all_the_list_says_whose_they_are(me, visit, monkeypatch):
    name = me.has()
    monkeypatch.setenv("RNN_LAB_EVERYBODY_SEES_ALL", "true")
    settings.cache_clear()
    try:
        stranger = visit("runs")
        assert len(ticks(stranger)) == 1
        assert "the runs of everybody" in texts(stranger)
        stranger.get_by_key(f"menu_{short_name(name)}").click("delete").run()
        assert ticks(stranger) == []
    finally:
        settings.cache_clear()


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_a_person_writes_is_text(me, title):
    name = me.has(title=title)
    me.store.change(name, me.owner, note=title)
    app = me.looks()
    assert title not in ticks(app)[0].label or title == "=1+1"
    assert names(app)[0].replace("\N{WORD JOINER}", "") == title
    me.ticks(name, me.has("LSTM"))
    app = me.clicks("runs_compare")
    assert title not in texts(app).replace("=1+1", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_every_language(visit, store, language):
    me = Visitor(visit("runs", lang=language), store)
    first, second = me.has("GRU"), me.has("LSTM", series="sunspots", window=11)
    me.ticks(first, second)
    assert not me.app.exception
    assert not me.clicks("runs_compare").exception


def test_a_change_of_language_keeps_the_list_its_order_and_its_ticks(me):
    run = me.has("GRU")
    me.has("LSTM")
    me.asks_for("order", "oldest")
    me.ticks(run)
    for language in ("zh", "en", "zh"):
        me.app.get_by_key("language_switch").set_value(language)
        me.looks()
        assert len(names(me.app)) == 2
        assert me.app.get_by_key(in_language("set_runs_order", language)).value == "oldest"
        assert me.app.get_by_key(in_language(f"set_tick_{short_name(run)}", language)).value


# Finding


def test_a_search_looks_at_names_notes_data_and_cells(me):
    me.has("GRU", title="The best one")
    me.has("LSTM", series="sunspots", window=11)
    assert names(me.asks_for("text", "best")) == ["The best one"]
    assert names(me.asks_for("text", "sunspots lstm")) == ["LSTM · 64 units · window 11"]
    app = me.asks_for("text", "nothing like this")
    assert names(app) == []
    assert "No run fits" in texts(app)
    assert len(names(me.clicks("runs_show_all"))) == 2
    assert app.get_by_key("set_runs_text").value == ""


def test_filters_leave_out_what_does_not_fit(me):
    me.has("GRU", 0.1)
    me.has("LSTM", 50.0, series="sunspots", window=11)
    me.has_unfinished(Stage.FAILED, units=5)
    me.looks()
    assert names(me.asks_for("cells", ["LSTM"])) == ["LSTM · 64 units · window 11"]
    me.asks_for("cells", [])
    assert len(names(me.asks_for("series", load_builtin("walk").name))) == 2
    me.asks_for("series", "")
    assert len(names(me.asks_for("better", True))) == 1
    me.asks_for("better", None)
    assert len(names(me.asks_for("stages", [Stage.FAILED]))) == 1
    assert len(names(me.clicks("runs_clear_filters"))) == 3


def test_runs_can_be_sorted(me):
    for cell, miss in (("LSTM", 2.0), ("GRU", 3.0), ("SimpleRNN", 1.0)):
        me.has(cell, miss)
    assert [name[:3] for name in names(me.asks_for("order", "rmse"))] == ["Sim", "LST", "GRU"]
    assert [name[:3] for name in names(me.asks_for("order", "newest"))] == ["Sim", "GRU", "LST"]
    assert [name[:3] for name in names(me.asks_for("order", "oldest"))] == ["LST", "GRU", "Sim"]


def many(me, count=ROWS + 3):
    return [me.has(units=number) for number in range(1, count + 1)]


def test_a_long_list_has_pages_and_ticks_survive_them_and_filters(me):
    runs = many(me)
    assert len(names(me.looks())) == ROWS
    me.ticks(runs[-1])
    me.app.pagination[0].set_value(2)
    assert names(me.looks()) == [f"GRU · {units} units · window 10" for units in (3, 2, 1)]
    me.ticks(runs[0])
    assert "2 runs ticked" in texts(me.asks_for("text", "no such thing"))
    me.clicks("runs_show_all")
    # A new search begins at the first page.
    assert [box.label for box in ticks(me.app) if box.value] == [ticks(me.app)[0].label]
    me.app.pagination[0].set_value(2)
    assert [box.value for box in ticks(me.looks())] == [False, False, True]


def test_ticks_page_and_search_survive_another_page(me):
    runs = many(me)
    me.looks()
    me.app.pagination[0].set_value(2)
    me.ticks(runs[0])
    me.asks_for("order", "oldest")
    me.app.switch_page("pages/data.py").run()
    app = me.app.switch_page("pages/runs.py").run()
    assert app.get_by_key("set_runs_order").value == "oldest"
    assert "1 run ticked" in texts(app)
    assert ticks(app)[0].value


def test_a_page_that_is_there_no_more_becomes_the_last_one(me):
    runs = many(me, ROWS + 1)
    me.looks()
    me.app.pagination[0].set_value(2)
    me.looks()
    app = me.chooses(runs[0], "delete")
    assert len(names(app)) == ROWS
    assert len(app.pagination) == 0


# Changing


def test_a_run_can_be_renamed_and_gets_its_own_name_back(me):
    name = me.has()
    me.looks()
    me.chooses(name, "title")
    me.app.get_by_key(f"write_{short_name(name)}").set_value(" My best ")
    me.presses("Save")
    assert names(me.app) == ["My best"]
    me.chooses(name, "title")
    me.app.get_by_key(f"write_{short_name(name)}").set_value("")
    me.presses("Save")
    assert names(me.app) == ["GRU · 64 units · window 10"]


def test_writing_can_be_given_up(me):
    name = me.has()
    me.looks()
    me.chooses(name, "note")
    me.app.get_by_key(f"write_{short_name(name)}").set_value("No.")
    me.presses("Cancel")
    assert me.store.line(name).note == ""
    assert names(me.app) == ["GRU · 64 units · window 10"]


def test_a_note_stands_under_its_run(me):
    name = me.has()
    me.looks()
    me.chooses(name, "note")
    me.app.get_by_key(f"write_{short_name(name)}").set_value("Try more units.")
    me.presses("Save")
    assert "Try more units." in [caption.value for caption in me.app.caption]


def test_a_pinned_run_comes_first_until_it_is_unpinned(me):
    first, _second = me.has("GRU"), me.has("LSTM")
    assert names(me.looks())[0].startswith("LSTM")
    assert "GRU" in names(me.chooses(first, "pin"))[0]
    assert names(me.chooses(first, "unpin"))[0].startswith("LSTM")


def test_a_deleted_run_is_gone_everywhere_and_can_be_brought_back_at_once(me, fake_engine):
    run = me.has("GRU")
    me.has("LSTM")
    me.app.session_state["runs"] = (short_name(run),)
    fake_engine.find(short_name(run))
    me.looks()
    app = me.chooses(run, "delete")
    assert len(names(app)) == 1
    assert "1 run deleted." in texts(app)
    assert app.session_state["runs"] == ()
    assert short_name(run) not in fake_engine.statuses
    app = me.clicks("runs_undo")
    assert len(names(app)) == 2
    assert "deleted" not in texts(app)


def test_ticked_runs_are_deleted_together(me):
    runs = [me.has(cell) for cell in ("GRU", "LSTM", "SimpleRNN")]
    me.ticks(*runs[:2])
    app = me.clicks("runs_delete")
    assert "2 runs deleted." in texts(app)
    assert "ticked" not in texts(app)
    assert len(names(app)) == 1
    assert len(names(me.clicks("runs_undo"))) == 3


def test_what_was_deleted_can_no_longer_be_undone_after_the_next_action(me):
    runs = [me.has(cell) for cell in ("GRU", "LSTM")]
    me.looks()
    me.chooses(runs[0], "delete")
    assert "deleted" not in texts(me.ticks(runs[1]))


def test_deleting_what_is_in_training_stops_it(me, fake_engine):
    spec, data = ForecastSpec.make(cell="GRU", window=10), load_builtin("walk")
    fake_engine.submit(Job(spec, data), me.owner)
    name = me.has_unfinished()
    me.looks()
    me.chooses(name, "delete")
    assert fake_engine.stopped == [name]


# Opening


def test_an_opened_run_brings_back_result_data_and_all_settings(me):
    run = me.has("GRU", units=17, dropout=0.3)
    me.app.session_state["settings"] = {"units": 99}
    me.looks()
    app = me.clicks(f"open_{short_name(run)}")
    assert app.title[0].value == "Train"
    assert app.get_by_key("set_units").value == 17
    assert app.get_by_key("set_dropout").value == 30
    assert app.get_by_key("set_cells").value == ["GRU"]
    assert "Random walk" in texts(app)
    assert "settings have changed" not in texts(app)
    assert app.table[0].value.index[0] == "GRU"
    assert app.query_params["run"] == short_name(run)


def test_seeds_of_one_network_come_back_as_repeats(me):
    me.ticks(*(me.has("GRU", seed=seed) for seed in (2, 1)))
    app = me.clicks("runs_open")
    assert app.get_by_key("set_repeats").value == 2
    assert app.get_by_key("set_seed").value == 1


def test_of_runs_on_other_data_those_are_opened_that_fit_the_first(me):
    first, other, third = me.has("GRU"), me.has("LSTM", series="sunspots", window=11), me.has("LSTM")
    app = me.ticks(first, other, third)
    assert "not these:" in texts(app)
    assert "LSTM · 64 units · window 11" in texts(app).split("not these:")[1]
    app = me.clicks("runs_open")
    assert app.session_state["runs"] == (short_name(first), short_name(third))
    assert "tested on other data" not in texts(app)


# Comparing


def compared(me, *runs):
    me.ticks(*runs)
    return me.clicks("runs_compare")


def test_runs_are_compared_by_scores_and_by_the_settings_that_differ(me):
    app = compared(me, me.has("GRU", 1.0, units=8), me.has("GRU", 2.0, units=16))
    table = app.table[0].value
    assert list(table.index) == [
        "1 · GRU · 8 units · window 10",
        "2 · GRU · 16 units · window 10",
    ]
    assert list(table["RMSE"]) == ["1.00", "2.00"]


def test_what_differs_is_bold_and_on_a_ground_and_the_rest_stands_in_one_line(me):
    app = compared(me, *(me.has("GRU", float(n), seed=n, units=units) for n, units in ((1, 16), (2, 8), (3, 16))))
    columns = {name: list(table.value[name]) for table in app.table for name in table.value.columns}
    assert columns["Units"] == ["16", ":primary-background[**8**]", "16"]
    assert "Window (time steps)" not in columns
    same = next(caption.value for caption in app.caption if caption.value.startswith("The same in all"))
    assert "Window (time steps): 10" in same.replace("\\", "")
    assert "Units" not in same


def test_each_test_has_its_own_chart_and_scores_are_set_against_naive(me):
    app = compared(me, me.has("GRU"), me.has("LSTM"), me.has("GRU", series="sunspots", window=11))
    drawn = charts(app)
    assert len(drawn) == 3
    assert "a chart of its own" in texts(app)
    axes = drawn[-1].figure["data"][0]["dimensions"]
    assert axes[-1]["label"] == "Against naive"
    assert all(chart.alt for chart in drawn)


def test_a_run_without_a_result_is_said_and_left_out(me):
    app = compared(me, me.has("GRU"), me.has("LSTM"), me.has_unfinished(Stage.FAILED, units=5))
    assert "These gave no result" in texts(app)
    assert len(app.table[0].value) == 2


def test_a_comparison_ends_with_the_list_and_its_ticks(me):
    app = compared(me, me.has("GRU"), me.has("LSTM"))
    assert ticks(app) == []
    assert [box.value for box in ticks(me.clicks("runs_back"))] == [True, True]


def test_one_run_cannot_be_compared(me):
    run = me.has()
    assert me.ticks(run).get_by_key("runs_compare").disabled


# When


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=5), "5 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(days=3), "Mar 7, 2026"),
    ],
)
def test_times_of_today_are_told_from_now_and_others_by_their_day(ago, words, monkeypatch):
    monkeypatch.setattr(wording, "_zone", lambda: UTC)
    monkeypatch.setattr("pages.ui.state.language", lambda: "en")
    now = datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert wording.when(now - ago, now) == words


def test_runs_without_any_score_are_compared_without_lines(me):
    me.ticks(me.has("GRU", miss=None, units=3), me.has("GRU", miss=None, units=4))
    me.clicks("runs_compare")
    assert "Settings and score" not in texts(me.app)


# What goes wrong


def broken(*_arguments, **_words):
    raise StoreError("gone", "The database does not answer.")


def test_a_database_that_is_gone_is_said_and_the_page_lives(me, monkeypatch):
    me.has()
    monkeypatch.setattr(me.store, "find", broken)
    assert [error.value for error in me.looks().error] == ["The database does not answer."]


@pytest.mark.parametrize(("action", "method"), [("pin", "change"), ("delete", "delete")])
def test_a_change_that_the_database_refuses_is_said_and_the_list_stays(me, monkeypatch, action, method):
    run = me.has()
    me.looks()
    monkeypatch.setattr(me.store, method, broken)
    me.chooses(run, action)
    assert "The database does not answer." in texts(me.app)
    assert len(names(me.app)) == 1


def test_that_runs_do_not_last_is_said_before_there_is_one(me, fake_engine):
    fake_engine.problem = Sentence("gone", "The disk is full.")
    assert "The disk is full." in texts(me.looks())


def test_whoever_leaves_a_shared_computer_is_somebody_new(me):
    run = me.has()
    assert len(names(me.looks())) == 1
    app = me.clicks("forget_me")
    assert "There are no runs yet" in texts(app)
    assert app.session_state["owner"] != me.owner
    assert not app.session_state["visitor"].known
    assert me.store.line(run) is not None
