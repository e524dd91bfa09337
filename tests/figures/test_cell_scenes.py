"""Cells on the stage: every number has its tile, and a run's own window walks as its network did."""

from dataclasses import replace

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.scenes.cell_parts import digits, digits_name
from rnn_core.figures.scenes.cells import cells_alt, cells_scene
from rnn_core.figures.scenes.run_walk import is_plain, run_walk
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.inside import Inside
from rnn_core.lessons.cell import OUTPUT, SEQUENCES, STATES, Walk, moments, walk
from rnn_core.lessons.cell.example import example_weights
from rnn_core.series import load_builtin
from tests.forecast.inside.untrained import untrained_run


def walk_of(cell: str) -> Walk:
    values = np.array(SEQUENCES["example"].values)[:, None]
    first = [np.array(SEQUENCES["example"].first)] * len(STATES[cell])
    return walk(cell, values, first, example_weights(cell), output=OUTPUT)


@pytest.mark.parametrize("slow", [True, False])
def test_three_cells_stand_side_by_side_and_every_number_is_shown(slow: bool) -> None:
    walks = [walk_of(cell) for cell in CELLS]
    looked_at = moments(8, slow=slow)
    scene = cells_scene(walks, looked_at, [""] * len(looked_at), titles=list(CELLS), seconds=1.0)
    assert [panel.title for panel in scene.panels] == list(CELLS)
    assert len(scene.frames) == len(looked_at)
    last = scene.frames[-1].texts
    for found in walks:
        for letter in set(found.after) - {"m"}:
            for unit in range(2):
                assert last[digits_name(f"{found.cell} {letter}", unit)] == digits(found.after[letter][-1][unit])


def test_in_slow_motion_what_is_not_yet_known_is_not_shown() -> None:
    looked_at = moments(1, slow=True)
    found = walk("LSTM", np.array([[2.0]]), [np.zeros(2)] * 2, example_weights("LSTM"))
    frames = cells_scene([found], looked_at, [""] * 4, titles=["LSTM"], seconds=1.0).frames
    known = [{name for name in frame.texts if name.startswith("LSTM ")} for frame in frames]
    assert known[0] < known[1] < known[2] < known[3]


def test_the_drawing_is_told_in_words() -> None:
    assert "SimpleRNN" in str(cells_alt([walk_of("SimpleRNN")]))


def inside_of(**settings: object) -> Inside:
    series = load_builtin("walk")
    return Inside.of(untrained_run(ForecastSpec(window=10, epochs=1, **settings), series), series)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("units", [1, 2, 7])
def test_a_window_of_a_run_walks_as_its_network_did(cell: str, units: int) -> None:
    inside = inside_of(cell=cell, units=units)
    found, shown = run_walk(inside, 5)
    (gone,) = inside.walk(5)
    assert len(shown) == len(set(shown)) == min(units, 2)
    for letter, values in gone.items():
        np.testing.assert_allclose(found.after[letter], values[:, shown], rtol=1e-4, atol=1e-5)
    looked_at = moments(found.steps, slow=False)
    scene = cells_scene([found], looked_at, [""] * found.steps, titles=[cell], seconds=1.0)
    assert len(scene.frames) == 10


@pytest.mark.parametrize("more", [{"layers": 2}, {"bidirectional": True}, {"attention": True}, {"scaling": "window"}])
@pytest.mark.parametrize("cell", CELLS)
def test_of_any_network_the_first_layer_reads_the_window_itself(cell: str, more: dict[str, object]) -> None:
    inside = inside_of(cell=cell, units=4, **more)
    found, shown = run_walk(inside, 3)
    assert is_plain(inside) == ("scaling" in more)
    np.testing.assert_allclose(found.inputs, inside.read([3])[0])
    for letter, values in inside.walk(3)[0].items():
        np.testing.assert_allclose(found.after[letter], values[:, shown], rtol=1e-4, atol=1e-5)
    if not is_plain(inside):
        assert set(shown) == set(np.argsort(-np.abs(inside.walk(3)[0]["h"][-1]))[:2])


def test_the_units_that_weigh_most_are_shown() -> None:
    inside = inside_of(cell="GRU", units=4)
    weights = list(inside.run.weights)
    weights[-2] = np.array([[0.0], [3.0], [0.0], [-2.0]], "float32")
    run = replace(inside.run, weights=tuple(weights))
    _, shown = run_walk(replace(inside, run=run), 0)
    assert set(shown) == {1, 3}
