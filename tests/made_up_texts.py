"""Made-up results of trainings with text: networks of random weights, and scores that a test gives them."""

import math

import numpy as np

from rnn_core.cells import CELLS, KERAS_LAYERS
from rnn_core.learning.events import EpochDone
from rnn_core.text.events import Sampled
from rnn_core.text.passage import Passage
from rnn_core.text.vocabulary import Vocabulary
from rnn_core.text.write.result import Counted, PassageFacts, Written
from rnn_core.text.write.spec import WriteSpec


def made_up_written(spec: WriteSpec, passage: Passage, bits: float = 1.5) -> Written:
    """A run that needs so many bits per character; it writes at random, in the letters of `passage`."""
    vocabulary, random = Vocabulary.of(passage.text, most=spec.most_symbols), np.random.default_rng(spec.seed)
    cell, size, loss = CELLS[spec.cell], len(vocabulary), bits * math.log(2)
    wide = cell.gates * spec.units
    biases = (wide,) if cell.biases == 1 else (cell.biases, wide)
    shapes = [(size, spec.embedding), (spec.embedding, wide), (spec.units, wide), biases, (spec.units, size), (size,)]
    return Written(
        key=spec.key(passage),
        spec=spec,
        passage=PassageFacts.of(passage),
        vocabulary=vocabulary,
        learnt=900,
        held_out=40_000,
        unknown_share=0.0,
        history=(EpochDone(1, loss + 0.1, loss + 0.2, 1.0), EpochDone(2, loss, loss, 2.0)),
        held_out_loss=loss,
        baselines=tuple(Counted(order, counted) for order, counted in enumerate((4.0, 3.0, 2.5, 2.0))),
        counted_sample="it counted this",
        samples=(Sampled("early words", 0.1, 0.5), Sampled("late words", 1.0, 2.0)),
        seconds=2.0,
        stopped=False,
        weights=tuple(random.normal(0, 0.1, shape).astype("float32") for shape in shapes),
        versions={},
        layer_choice=KERAS_LAYERS,
    )
