"""The memory task in pictures: the race of the cells, and one sequence going by."""

from rnn_core.figures.recall_chart import recall_alt, recall_figure
from rnn_core.figures.scenes.recall import recall_scene, recall_scene_alt
from rnn_core.lessons.memory.recall_findings import recall_findings
from rnn_core.lessons.memory.recall_result import Practised, Recalled
from rnn_core.lessons.memory.recall_spec import RecallSpec

HISTORIES = {"LSTM": (Practised(1, 0.5, 0.7, 0.1), Practised(2, 0.75, 0.4, 0.2)), "GRU": ()}


def test_a_cell_is_drawn_over_its_training_steps_between_chance_and_the_mark():
    figure = recall_figure(HISTORIES, 1000)
    lines = {trace.name: trace for trace in figure.data}
    assert list(lines) == ["LSTM", "GRU", "chance", "95 %"]
    assert (list(lines["LSTM"].x), list(lines["LSTM"].y)) == ([20, 40], [0.5, 0.75])
    assert set(lines["chance"].y) == {0.5}
    assert lines["chance"].line.dash == "dash"
    assert set(lines["95 %"].y) == {0.95}


def test_the_chart_says_how_far_each_cell_is():
    assert str(recall_alt(HISTORIES)).replace("\N{NO-BREAK SPACE}", " ").endswith("LSTM 75 % (40); GRU –.")


def test_the_scene_has_a_frame_a_step_and_asks_at_the_end_for_what_it_showed():
    scene = recall_scene(40, 1, str)
    assert len(scene.frames) == 42
    first, second, last = scene.frames[0], scene.frames[1], scene.frames[-1]
    shown = first.texts["mark 8"]
    assert shown in {"↑", "↓"}
    assert second.texts["mark 7"] == shown
    assert shown not in last.texts.values()
    assert last.texts["mark 8"] == "?"
    assert shown in last.caption
    assert "40 steps of noise" in str(recall_scene_alt(40))


def test_each_end_has_its_sentence():
    def said(**fields):
        ended = {"history": HISTORIES["LSTM"], "accuracy": 0.5, "seconds": 1.0, **fields}
        return str(recall_findings([Recalled(RecallSpec(), **ended)])[0]).replace("\N{NO-BREAK SPACE}", " ")

    assert "rightly 99 % of the time. To learn that took 40 training steps" in said(accuracy=0.999)
    assert "right 50 % of the time, which is guessing" in said()
    assert "right 80 % of the time" in said(accuracy=0.8)
    assert "was stopped after 40 training steps" in said(stopped=True)
