"""What the pages of all kinds of work with text have in common: links, Stop, a new start, and settings that last."""

import pytest

from pages.ui.text.address import COMPARED
from rnn_core.engine import State
from rnn_core.store import run_name, short_name
from rnn_core.words import Sentence
from tests.engine.text_jobs import KINDS, text_job
from tests.pages.test_pages import texts

WHY = "RNN Lab ended."
# A setting of every kind, not as usual.
UNITS = 16


def buttons(app, label):
    return [button for button in app.main.button if button.label == label]


def press(app, label):
    buttons(app, label)[0].click().run()
    assert not app.exception
    return app


def page(kind):
    return f"text/{kind}"


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


def test_train_begins_what_was_chosen_and_puts_it_into_the_address(visit, fake_engine, kind):
    app = press(visit(page(kind)), "Train")
    assert {status.job.spec.kind for status in fake_engine.statuses.values()} == {kind}
    assert set(app.query_params[kind].split(",")) == set(fake_engine.statuses)


def test_settings_of_the_address_are_those_of_the_training(visit, fake_engine, kind):
    press(visit(page(kind), **{f"{kind}_units": str(UNITS)}), "Train")
    assert {status.job.spec.units for status in fake_engine.statuses.values()} == {UNITS}


def test_settings_that_do_not_fit_are_as_usual(visit, fake_engine, kind):
    press(visit(page(kind), **{f"{kind}_units": "many", f"{kind}_{COMPARED[kind]}": "Nobody"}), "Train")
    (usual,) = {status.job.spec.units for status in fake_engine.statuses.values()}
    assert usual == text_job(kind).spec.default("units")


def test_settings_survive_a_look_at_another_page(visit, kind):
    app = visit(page(kind))
    app.slider(key=f"set_{kind}_units").set_value(UNITS).run()
    assert app.query_params[f"{kind}_units"] == str(UNITS)
    app.switch_page("pages/data.py").run()
    app.switch_page(f"pages/{page(kind)}.py").run()
    assert app.slider(key=f"set_{kind}_units").value == UNITS


def test_a_link_brings_the_run_and_its_settings_to_somebody_who_cannot_stop_it(visit, fake_engine, kind):
    job = text_job(kind)
    name = short_name(run_name(job.key, "somebody else"))
    fake_engine.submit(job, "somebody else")
    other = visit(page(kind), **{kind: name})
    assert not other.exception
    assert not buttons(other, "Stop")
    assert other.slider(key=f"set_{kind}_units").value == job.spec.units
    press(other, "Train")
    # The same work, but their own.
    assert len(fake_engine.statuses) == 2
    assert len({status.job.key for status in fake_engine.statuses.values()}) == 1


def test_stop_stops_ones_own(visit, fake_engine, kind):
    app = press(visit(page(kind)), "Train")
    press(app, "Stop")
    assert len(fake_engine.stopped) == 1


def test_a_run_that_is_gone_is_said_to_be_gone(visit, kind):
    assert "deleted, or is no longer kept" in texts(visit(page(kind), **{kind: "0123456789ab"}))


def test_what_was_interrupted_starts_again_under_its_name(visit, fake_engine, kind):
    app = visit()
    job, owner = text_job(kind), app.session_state["owner"]
    name = fake_engine.interrupt(job, WHY, owner)
    app.session_state["kept_text_runs"] = {kind: (name,)}
    app.switch_page(f"pages/{page(kind)}.py").run()
    assert WHY in texts(app)
    press(app, "Start again")
    assert fake_engine.statuses[name].state is State.QUEUED
    assert app.query_params[kind] == name


def test_who_has_only_a_link_starts_an_interrupted_run_as_their_own(visit, fake_engine, kind):
    name = fake_engine.interrupt(text_job(kind), WHY)
    app = press(visit(page(kind), **{kind: name}), "Start again")
    assert fake_engine.statuses[name].state is State.INTERRUPTED
    assert app.query_params[kind] != name


def test_a_refused_start_is_said(visit, fake_engine, kind):
    fake_engine.refuse_after = 0
    assert "Too many of yours" in texts(press(visit(page(kind)), "Train"))


def test_a_failure_is_said_in_words(visit, fake_engine, kind):
    name = fake_engine.fail(text_job(kind), "The worker died.")
    assert "The worker died." in texts(visit(page(kind), **{kind: name}))


def test_why_runs_are_not_kept_is_said_beside_the_result(visit, fake_engine, kind):
    fake_engine.problem = Sentence("full", "The disk is full.")
    assert "The disk is full." in texts(press(visit(page(kind)), "Train"))


def test_two_kinds_stand_in_one_address(visit, fake_engine):
    names = {kind: short_name(fake_engine.submit(text_job(kind), "a")) for kind in ("write", "rewrite")}
    app = visit("text/write", **names)
    assert {kind: app.query_params[kind] for kind in names} == names


def test_the_text_of_somebodys_link_leaves_ones_own_where_it_is(visit, fake_engine):
    mine, theirs = "The cat sat on the mat. " * 100, text_job("write")
    app = visit("text/write")
    app.pills(key="set_write_data").set_value("own").run()
    app.text_area(key="write_pasted").set_value(mine).run()
    app.session_state["kept_text_settings"] = {}
    app.session_state["kept_text_runs"] = {"write": (short_name(fake_engine.submit(theirs, "somebody else")),)}
    app.switch_page("pages/data.py").run()
    app.switch_page("pages/text/write.py").run()
    assert app.pills(key="set_write_data").value == "came"
    app.pills(key="set_write_data").set_value("own").run()
    assert "2,399 characters" in texts(app)


def test_what_is_in_training_is_seen_from_other_pages(visit, fake_engine, kind):
    app = press(visit(page(kind)), "Train")
    app.switch_page("pages/data.py").run()
    running = [one.proto.text for one in app.sidebar.get("progress")]
    assert len(running) == len(fake_engine.statuses)


def test_a_press_takes_what_was_typed_just_before(visit, fake_engine):
    app = visit("text/write")
    app.pills(key="set_write_data").set_value("own").run()
    app.text_area(key="write_pasted").set_value("The cat sat on the mat. " * 100).run()
    # Both come in one message where the click ends the typing.
    app.text_area(key="write_pasted").set_value("A dog ran to the door. " * 200)
    press(app, "Train")
    (status,) = fake_engine.statuses.values()
    assert status.job.data.text.startswith("A dog")


def test_a_text_that_is_refused_leaves_no_older_one_behind(visit, fake_engine):
    app = visit("text/write")
    app.pills(key="set_write_data").set_value("own").run()
    app.text_area(key="write_pasted").set_value("The cat sat on the mat. " * 100).run()
    app.text_area(key="write_pasted").set_value("Too short.")
    press(app, "Train")
    assert fake_engine.statuses == {}
    assert "at least 2,000 characters" in texts(app)
