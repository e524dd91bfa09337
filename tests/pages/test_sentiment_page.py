"""Sentiment: what is asked of the engine, what is seen while a network learns, and what is said of it in the end."""

from dataclasses import replace
from io import BytesIO

import pandas as pd
import pytest

from rnn_core.engine import State
from rnn_core.engine.text_jobs import SentimentJob
from rnn_core.learning.events import EpochDone
from rnn_core.text.corpora import load_examples
from rnn_core.text.sentiment.spec import SentimentSpec
from tests.made_up_judged import made_up_examples, made_up_judged
from tests.pages.charts import charts
from tests.pages.test_pages import texts

SMALL = {"units": 4, "embedding": 4}
TABS = ("Try a sentence", "Confusion", "How sure", "Missed", "How it learnt", "Facts")


@pytest.fixture
def app(visit):
    return visit("text/sentiment")


@pytest.fixture
def result(visit, fake_engine):
    """The page with finished trainings of some `specs`; how they did is said as `made_up_judged` takes it."""

    def show(*specs, data=None, tab=None, change=None, language="en", **did):
        data = data or made_up_examples()
        names = []
        for settings in specs or ({},):
            job = SentimentJob(SentimentSpec.make(**SMALL | settings), data)
            (name,) = fake_engine.submit_all([job], "somebody")
            run = made_up_judged(job.spec, data, **did)
            run = replace(run, **change) if change else run
            short = next(short for short, status in fake_engine.statuses.items() if status.key == name)
            status = fake_engine.statuses[short]
            fake_engine.statuses[short] = replace(
                status, state=State.FINISHED, position=0, history=run.history, run=run
            )
            names.append(short)
        app = visit("text/sentiment", sentiment=",".join(names), lang=language)
        if tab:
            app.session_state["sentiment_tabs"] = tab
            app.run()
        assert not app.exception
        return app

    return show


def train(app):
    next(button for button in app.main.button if button.label == "Train").click().run()
    assert not app.exception
    return app


def train_button(app):
    return next(button for button in app.main.button if button.label == "Train")


def alts(app):
    return "\n".join(chart.alt for chart in charts(app))


def test_an_lstm_on_the_english_reviews_is_one_click_away(app, fake_engine):
    train(app)
    ((_name, status),) = fake_engine.statuses.items()
    assert (status.job.spec.kind, status.job.spec.cell) == ("sentiment", "LSTM")
    assert status.job.data.fingerprint == load_examples("reviews_en").fingerprint


def test_how_often_it_is_right_is_seen_while_it_learns(app, fake_engine):
    train(app)
    ((name, status),) = fake_engine.statuses.items()
    done = (EpochDone(1, 1.0, 0.9, 1.0, measure=0.625),)
    fake_engine.statuses[name] = replace(status, state=State.TRAINING, epoch=2, history=done)
    app.run()
    assert "62 %" in texts(app) or "62%" in texts(app)
    assert "62%" in alts(app)
    assert any(button.label == "Stop" for button in app.main.button)


def test_without_a_validation_part_nobody_knows_yet(app, fake_engine):
    train(app)
    ((name, status),) = fake_engine.statuses.items()
    done = (EpochDone(1, 1.0, None, 1.0),)
    fake_engine.statuses[name] = replace(status, state=State.TRAINING, epoch=2, history=done)
    app.run()
    assert not app.exception
    assert "will be known at the end" in texts(app)


def test_it_is_judged_against_simple_judges(result):
    app = result(right=180, counted=150)
    assert "LSTM judges 180 of 200 texts rightly" in texts(app)
    assert "unlikely to be luck" in texts(app)
    scores, better = (table.value for table in app.table[-2:])
    assert list(scores.index) == [
        "LSTM",
        "Always the most frequent label",
        "Counted words (TF-IDF and logistic regression)",
    ]
    assert scores.loc["LSTM", "Accuracy"].split() == ["90.0", "%"]
    assert list(better.iloc[0]) == ["yes (p\N{NO-BREAK SPACE}\\<\N{NO-BREAK SPACE}0.001)"] * 2


def test_counted_words_that_do_better_are_said_to(result):
    assert "nobody needs LSTM" in texts(result(right=150, counted=180))


@pytest.mark.parametrize("title", TABS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_tab_opens(result, title, language):
    app = result({"attention": True}, {"cell": "GRU", "attention": True}, tab=title if language == "en" else None)
    assert "LSTM · attention" in app.get_by_key(network_key(app)).options


def network_key(app):
    return next(one.key for one in app.main if str(getattr(one, "key", "")).startswith("sentiment_network"))


@pytest.mark.parametrize("title", TABS)
@pytest.mark.parametrize("classes", [2, 3, 12, 20])
def test_every_tab_opens_with_few_and_many_labels(result, title, classes):
    data = made_up_examples(tuple(f"the label number {place}" for place in range(classes)))
    result(data=data, tab=title)


@pytest.mark.parametrize("title", TABS)
def test_a_network_that_lost_its_numbers_is_said_to_have(result, title):
    nan = float("nan")
    weights = tuple(one * nan for one in made_up_judged(SentimentSpec.make(**SMALL), made_up_examples()).weights)
    app = result(lost=True, tab=title, change={"weights": weights})
    assert "its numbers grew beyond all bounds" in texts(app)
    assert app.table[-1].value.iloc[0, 0] == "–" or title == "Facts"


@pytest.mark.parametrize("title", TABS)
def test_a_training_without_a_whole_epoch_is_said_to_be_one(result, title):
    app = result(tab=title, change={"history": (), "stopped": True, "best_epoch": 0})
    assert "before it had gone through the texts once" in texts(app)


def test_ones_own_sentence_is_read_word_by_word(result):
    app = result({"attention": True})
    app.text_input[0].set_value("the film was excellent").run()
    assert not app.exception
    assert "It says: " in texts(app)
    assert "the: " in alts(app)
    assert "question mark" in texts(app)


def test_an_empty_sentence_is_answered_with_a_sentence(result):
    app = result()
    app.text_input[0].set_value("  ").run()
    assert not app.exception
    assert "must have a word" in texts(app)


def test_a_sentence_longer_than_what_is_read_is_said_to_be(result):
    app = result({"longest": 5})
    app.text_input[0].set_value("the film was good and bad and good").run()
    assert "Only the first 5 are read" in texts(app)


def test_labels_of_a_person_are_shown_as_they_are(result):
    app = result(data=made_up_examples(("**bold** <b>", "$x$ | y")), tab="Missed")
    table = app.table[-1].value
    assert set(table["Real"]) <= {r"\*\*bold\*\* \<b\>", r"\$x\$ \| y"}
    assert "**bold** <b>" not in texts(app)


def test_the_surest_mistakes_come_ten_at_a_time(result):
    app = result(right=150, tab="Missed")
    assert "50 of 200 test texts are judged wrongly" in texts(app)
    assert len(app.table[-1].value) == 10
    app.toggle(key="sentiment_all_missed").set_value(True).run()
    assert len(app.table[-1].value) == 50


def test_another_network_can_be_looked_into(result):
    app = result({"cell": "LSTM"}, {"cell": "GRU"}, tab="How sure")
    assert [trace["name"] for trace in charts(app)[-1].figure["data"]][-1] == "LSTM"
    app.get_by_key(network_key(app)).set_value(1).run()
    assert [trace["name"] for trace in charts(app)[-1].figure["data"]][-1] == "GRU"


def test_two_alike_have_names_of_their_own(result):
    app = result({"seed": 1}, {"seed": 2})
    assert [*app.table[-2].value.index][:2] == ["LSTM", r"LSTM (2)"]


def test_networks_of_other_texts_are_not_compared(result, visit, fake_engine):
    result(right=150)
    result(data=made_up_examples(("fine", "poor")), right=190)
    app = visit("text/sentiment", sentiment=",".join(fake_engine.statuses))
    assert not app.exception
    assert "cannot be compared with the first" in texts(app)
    assert "LSTM judges 150 of 200 texts rightly" in texts(app)
    assert "190" not in texts(app)
    assert list(app.table[-2].value.index).count("LSTM") == 1


def test_a_network_that_lost_its_numbers_is_not_said_to_have_stopped_by_itself(result):
    app = result({"patience": 2}, lost=True, tab="Facts")
    assert "by then its numbers had grown beyond all bounds" in texts(app)
    assert "stopped by itself" not in texts(app)


def test_what_is_left_by_rounding_is_shown_as_nothing(result):
    shown = result(right=180, sure=0.9).table[-2].value
    assert shown.loc["LSTM", "Calibration error"].split() == ["0.0", "%"]


def test_a_link_brings_the_run_and_its_texts_to_somebody_else_who_cannot_stop_it(app, fake_engine, visit):
    train(app)
    (name,) = fake_engine.statuses
    fake_engine.owners[name] = "somebody else"
    other = visit("text/sentiment", sentiment=name)
    assert "LSTM" in texts(other)
    assert not any(button.label == "Stop" for button in other.main.button)


def test_a_run_that_is_gone_is_said_to_be_gone(visit):
    assert "no longer kept" in texts(visit("text/sentiment", sentiment="0123456789ab"))


def own_file(app, frame, name="mine.csv", write=pd.DataFrame.to_csv):
    app.pills(key="set_sentiment_data").set_value("own").run()
    kept = BytesIO()
    write(frame, kept, index=False)
    return app.file_uploader(key="sentiment_file").set_value((name, kept.getvalue(), "text/csv")).run()


def rows(count):
    data = made_up_examples(("praise", "blame"))
    return pd.DataFrame(
        {
            "text": [f"{text} of {turn}" for turn in range(count // 20) for text in data.texts],
            "label": list(data.labels) * (count // 20),
        }
    )


def test_ones_own_table_can_be_learnt_from(app, fake_engine):
    twice = pd.concat([rows(60), rows(60)])
    own_file(app, twice)
    assert not app.error
    assert "60 texts, 2 labels" in texts(app)
    assert "repeat another one" in texts(app)
    assert "praise" in texts(app)
    train(app)
    ((_name, status),) = fake_engine.statuses.items()
    assert (status.job.data.origin, status.job.data.classes) == ("own", ("praise", "blame"))


def test_too_small_a_table_is_refused_in_words(app):
    own_file(app, rows(20))
    assert "at least 30 different texts" in texts(app)
    assert train_button(app).disabled


def test_texts_that_read_alike_are_refused_before_they_could_fail_in_a_worker(app):
    own_file(app, rows(60))
    assert not train_button(app).disabled
    app.slider(key="set_sentiment_longest").set_value(4).run()
    assert "needs at least 5 different texts" in texts(app)
    assert train_button(app).disabled
    app.slider(key="set_sentiment_longest").set_value(100).run()
    assert not train_button(app).disabled


def test_of_very_many_labels_some_are_named(app):
    frame = pd.DataFrame(
        {"text": [f"text {row}" for row in range(250)], "label": [f"l{row % 20}" for row in range(250)]}
    )
    own_file(app, frame)
    assert not app.exception
    assert "14 more" in texts(app)


def test_shares_that_leave_too_little_are_refused_in_words(app):
    app.slider(key="set_sentiment_test_share").set_value(50)
    app.slider(key="set_sentiment_validation_share").set_value(40).run()
    assert "must be left to learn from" in texts(app)
    assert train_button(app).disabled


def test_a_link_may_name_settings_that_have_no_control(visit, fake_engine):
    train(visit("text/sentiment", sentiment_embedding="8", sentiment_learning_rate="0.02"))
    ((_name, status),) = fake_engine.statuses.items()
    assert (status.job.spec.embedding, status.job.spec.learning_rate) == (8, 0.02)


def test_it_opens_in_chinese_with_chinese_reviews(visit):
    app = visit("text/sentiment", locale="zh-CN")
    assert not app.exception
    assert "3,000" in texts(app)
    assert app.pills(key="set_sentiment_data@zh").value == "reviews_zh"


def test_of_words_that_it_does_not_know_it_says_that_it_guesses(result):
    app = result(right=180)
    box = next(one for one in app.text_input if one.label == "Your own sentence")
    box.set_value("qwer zxcv asdf").run()
    assert "knows none of these words" in texts(app)
