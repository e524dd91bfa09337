"""Rewrite: what is asked of the engine, what is seen while networks learn, and what is said, drawn and answered."""

from dataclasses import replace

import pytest

from rnn_core.engine import State
from rnn_core.learning.events import EpochDone
from rnn_core.text.events import Sampled
from rnn_core.text.rewrite.tasks import TASKS
from tests.made_up_rewritten import lost, made_up_rewritten
from tests.pages.charts import charts
from tests.pages.test_pages import texts

SMALL = {"rewrite_task": "reverse", "rewrite_units": "4", "rewrite_epochs": "2", "rewrite_embedding": "3"}


@pytest.fixture
def app(visit):
    return visit("text/rewrite", **SMALL)


def train(app):
    next(button for button in app.main.button if button.label == "Train").click().run()
    assert not app.exception
    return app


def finish(app, fake, change=lambda run: run, **shares):
    """All have learnt, those with attention `looking` and those without it `alone`."""
    for name, status in fake.statuses.items():
        exact = shares.get("looking", 0.98) if status.job.spec.attention else shares.get("alone", 0.4)
        run = change(made_up_rewritten(status.job.spec, exact))
        ended = replace(status, state=State.FINISHED, position=0, history=run.history, run=run)
        fake.statuses[name] = ended
    app.run()
    assert not app.exception
    return app


def specs(fake):
    return [status.job.spec for status in fake.statuses.values()]


def open_tab(app, title):
    """Its fragment alone is drawn anew, as on a server."""
    app.session_state["rewrite_tabs"] = title
    app.run()
    assert not app.exception
    return app


def choose(app, name, value):
    app.get_by_key(f"set_rewrite_{name}").set_value(value).run()
    assert not app.exception
    return app


def test_dates_with_and_without_attention_are_one_click_away(visit, fake_engine):
    train(visit("text/rewrite"))
    assert [(spec.task, spec.attention) for spec in specs(fake_engine)] == [("date", True), ("date", False)]
    assert {spec.epochs for spec in specs(fake_engine)} == {TASKS["date"].epochs}


def test_settings_stand_in_the_address(app, fake_engine):
    train(app)
    spec = specs(fake_engine)[0]
    assert (spec.task, spec.units, spec.epochs, spec.embedding) == ("reverse", 4, 2, 3)
    assert dict(app.query_params)["rewrite_task"] in ("reverse", ["reverse"])


def test_a_link_of_one_kind_of_network_stays_with_it(visit, fake_engine):
    train(visit("text/rewrite", **SMALL, rewrite_attention="False"))
    assert [spec.attention for spec in specs(fake_engine)] == [False]


@pytest.mark.parametrize("task", TASKS)
def test_another_task_brings_the_epochs_that_it_takes_and_its_examples(visit, task):
    app = choose(visit("text/rewrite"), "task", task)
    assert app.get_by_key("set_rewrite_epochs").value == TASKS[task].epochs
    shown = "\n".join(one.value for one in app.text)
    for example in TASKS[task].examples:
        assert f"{example} → {TASKS[task].answer(example)}" in shown


def test_epochs_that_somebody_chose_stay_with_another_task(visit):
    app = choose(visit("text/rewrite"), "epochs", 7)
    assert choose(app, "task", "reverse").get_by_key("set_rewrite_epochs").value == 7


def test_only_where_the_length_can_be_chosen_it_is_asked_for(app):
    assert "set_rewrite_longest" in [one.key for one in app.slider]
    assert "set_rewrite_longest" not in [one.key for one in choose(app, "task", "add").slider]


def test_without_any_kind_of_network_nothing_can_be_trained(app):
    choose(app, "attention", [])
    assert "Choose at least one." in texts(app)
    assert next(button for button in app.main.button if button.label == "Train").disabled


def test_what_is_answered_is_seen_while_they_learn_with_a_sign_for_right_and_wrong(app, fake_engine):
    train(app)
    for name, status in fake_engine.statuses.items():
        sample = Sampled("abc → cba\nnetwork → krow", 0.5, 1.0)
        history = (EpochDone(1, 2.0, 2.1, 1.0, measure=0.25),)
        fake_engine.statuses[name] = replace(
            status, state=State.TRAINING, epoch=2, sample=sample, history=history, share=0.5
        )
    app.run()
    assert not app.exception
    assert "✓ abc → cba\n✗ network → krow" in [one.value for one in app.text]
    assert "25% of new questions answered without a mistake" in texts(app)
    (together,) = charts(app)
    assert [line["name"] for line in together.figure["data"]] == ["GRU with attention", "GRU without attention"]


def test_before_the_first_answer_that_is_said(app, fake_engine):
    train(app)
    name, status = next(iter(fake_engine.statuses.items()))
    fake_engine.statuses[name] = replace(status, state=State.TRAINING, epoch=1)
    app.run()
    assert "It has not answered anything yet." in texts(app)


def test_the_result_says_who_is_best_and_whether_attention_is_worth_it(app, fake_engine):
    told = texts(finish(train(app), fake_engine))
    assert "GRU with attention answers 490 of 500 questions" in told
    assert "without it 200: looking back is worth it here" in told


def test_a_question_is_answered_by_both_with_a_map_where_there_is_attention(app, fake_engine):
    finish(train(app), fake_engine)
    assert app.get_by_key("set_rewrite_question_reverse").value == "network"
    assert "Right would be: **krowten**" in texts(app)
    looking, alone, *_ = charts(app)
    assert [one["type"] for one in looking.figure["data"]] == ["heatmap", "bar"]
    assert [one["type"] for one in alone.figure["data"]] == ["bar"]
    assert "looked at most" in looking.alt
    assert "No attention: it did not look back at any letter." in texts(app)
    assert "at the mirrored place" in texts(app)


def test_the_answers_of_a_beam_are_listed_and_greedy_stands_beside_them(app, fake_engine):
    finish(train(app), fake_engine)
    beam = app.table[0].value
    assert list(beam.columns) == ["Answer", "Probability"]
    assert 1 <= len(beam) <= 4
    assert "(greedy) gives" in texts(app)
    app.get_by_key("rewrite_width").set_value(1).run()
    assert "This is greedy" in texts(app)


def test_another_question_is_answered_and_nothing_is_said_of_nothing(app, fake_engine):
    finish(train(app), fake_engine)
    question = app.get_by_key("set_rewrite_question_reverse")
    question.set_value(" Lab ").run()
    assert "Right would be: **bal**" in texts(app)
    app.get_by_key("set_rewrite_question_reverse").set_value("  ").run()
    assert not app.exception
    assert "Type something, such as network." in texts(app)
    app.get_by_key("set_rewrite_question_reverse").set_value("Straße 7").run()
    assert not app.exception
    assert "What is to be reversed has 1 to 36 letters" in texts(app)


@pytest.mark.parametrize("task", TASKS)
def test_every_task_shows_its_result_and_all_tabs(visit, fake_engine, task):
    app = finish(train(visit("text/rewrite", **SMALL | {"rewrite_task": task})), fake_engine)
    for title in ("Longer and longer", "Scores", "Mistakes", "How it learnt"):
        open_tab(app, title)


def test_longer_questions_than_were_learnt_lie_behind_a_mark(app, fake_engine):
    open_tab(finish(train(app), fake_engine), "Longer and longer")
    lengths = charts(app)[-1].figure
    assert lengths["layout"]["shapes"][0]["x0"] == 12.5
    assert "one memory of fixed size" in texts(app)


def test_scores_stand_beside_the_usual_answer(app, fake_engine):
    open_tab(finish(train(app), fake_engine), "Scores")
    table = app.table[-1].value
    assert table.loc["GRU with attention, greedy", "No mistake"] == "98.0%"
    assert table.loc["GRU without attention, beam", "No mistake"] == "40.0%"
    assert table.loc["Usual answer", "No mistake"] == "0.0%"


def test_a_beam_that_nobody_waited_for_is_a_dash(app, fake_engine):
    open_tab(finish(train(app), fake_engine, lambda run: replace(run, beam=None)), "Scores")
    assert app.table[-1].value.loc["GRU with attention, beam", "No mistake"] == "–"


def test_mistakes_are_shown_with_what_is_right(app, fake_engine):
    open_tab(finish(train(app), fake_engine, looking=1.0), "Mistakes")
    assert "It made no mistake in the test." in texts(app)
    assert app.table[-1].value.iloc[0].tolist() == ["network", "right", "wrong"]


def test_a_lost_network_is_said_in_a_sentence_and_the_other_one_still_answers(app, fake_engine):
    finish(train(app), fake_engine, lambda run: lost(run) if run.spec.attention else run)
    assert "grew beyond all bounds" in texts(app)
    assert "was stopped" not in texts(app)
    assert "GRU without attention answers 200 of 500" in texts(app)
    assert app.get_by_key("set_rewrite_question_reverse").value == "network"


def test_of_lost_networks_alone_nothing_can_be_asked(app, fake_engine):
    finish(train(app), fake_engine, lost)
    assert "No network has learnt anything that could be judged." in texts(app)
    assert "Ask it" not in texts(app)


@pytest.mark.parametrize(("epochs", "words"), [(0, "was stopped before it had learnt"), (1, "after 1 of 2 epochs")])
def test_one_that_was_stopped_says_how_far_it_got(app, fake_engine, epochs, words):
    stopped = finish(train(app), fake_engine, lambda run: made_up_rewritten(run.spec, 0.2, stopped_after=epochs))
    assert words in texts(stopped)


def test_runs_of_two_tasks_in_one_link_are_not_compared(app, fake_engine, visit):
    finish(train(app), fake_engine)
    finish(train(visit("text/rewrite", **SMALL | {"rewrite_task": "add"})), fake_engine)
    other = visit("text/rewrite", rewrite=",".join(fake_engine.statuses))
    assert not other.exception
    assert "were asked other questions" in texts(other)
    assert len([one for one in charts(other) if "looked at most" in one.alt]) == 1


def test_strings_of_two_lengths_in_one_link_are_not_compared(app, fake_engine, visit):
    finish(train(app), fake_engine)
    finish(train(visit("text/rewrite", **SMALL | {"rewrite_longest": "20", "rewrite_attention": "False"})), fake_engine)
    first, *_, last = fake_engine.statuses
    other = visit("text/rewrite", rewrite=f"{first},{last}")
    assert "were asked other questions" in texts(other)
    assert "looking back is worth it" not in texts(other)


def test_networks_that_would_be_called_alike_are_counted(app, fake_engine, visit):
    finish(train(app), fake_engine)
    finish(train(visit("text/rewrite", **SMALL | {"rewrite_seed": "2"})), fake_engine)
    other = visit("text/rewrite", rewrite=",".join(fake_engine.statuses))
    assert not other.exception
    assert "GRU without attention (2)" in texts(other)


def test_a_link_brings_the_runs_and_their_settings_to_somebody_else(app, fake_engine, visit):
    finish(train(app), fake_engine)
    names = list(fake_engine.statuses)
    other = visit("text/rewrite", rewrite=names[0])
    assert "GRU with attention answers" in texts(other)
    assert "The settings have changed" not in texts(other)
    assert other.get_by_key("set_rewrite_epochs").value == 2


def test_a_run_that_is_gone_is_said_to_be_gone(visit):
    assert "no longer kept" in texts(visit("text/rewrite", rewrite="0123456789ab"))


def test_it_opens_in_chinese_with_a_result(app, fake_engine, visit):
    finish(train(app), fake_engine)
    other = visit("text/rewrite", locale="zh-CN", rewrite=",".join(fake_engine.statuses))
    assert not other.exception
    assert other.get_by_key("set_rewrite_question_reverse@zh").value == "network"


def test_the_first_question_is_in_the_letters_of_the_visitor(fake_engine, visit):
    finish(train(visit("text/rewrite", **SMALL | {"rewrite_task": "date"})), fake_engine)
    other = visit("text/rewrite", locale="zh-CN", rewrite=",".join(fake_engine.statuses))
    assert other.get_by_key("set_rewrite_question_date@zh").value == "2021年5月3日"
    assert "**2021-05-03**" in texts(other)
