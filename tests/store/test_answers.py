"""What was trained here answers whoever asks for the same; what was brought along, stopped or deleted does not."""

from dataclasses import replace

from rnn_core.store import RunStore
from tests.store.stored import ANN, BOB, SPEC, WALK, a_result, begin, finished, same

KEY = SPEC.key(WALK)


def test_a_result_that_was_trained_here_answers(store: RunStore) -> None:
    assert store.answer(KEY) is None
    begin(store)
    assert store.answer(KEY) is None
    finished(store)
    assert same(store.answer(KEY), a_result())
    assert store.answer(SPEC.change(seed=9).key(WALK)) is None


def test_a_stopped_or_deleted_run_answers_nobody(store: RunStore) -> None:
    name = begin(store)
    store.finish(name, replace(a_result(), stopped=True))
    assert store.answer(KEY) is None
    store.finish(name, a_result())
    assert store.answer(KEY) is not None
    store.delete([name], ANN)
    assert store.answer(KEY) is None


def test_what_somebody_brought_along_answers_nobody_also_in_the_place_of_a_training(store: RunStore) -> None:
    store.save(a_result(), WALK, BOB)
    assert store.answer(KEY) is None
    finished(store, owner=ANN)
    assert store.answer(KEY) is not None
    store.save(a_result(), WALK, ANN)
    assert store.answer(KEY) is None
