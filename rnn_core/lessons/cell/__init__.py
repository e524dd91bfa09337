"""Inside the cell: sequences through cells of two units, with everything that they work out on the way."""

from rnn_core.lessons.cell.blocks import BLOCKS, FROM_PLAIN_TO_RICH, NAMES, STATES
from rnn_core.lessons.cell.by_hand import Row, by_hand, letters_by_hand, result_by_hand
from rnn_core.lessons.cell.counting import Count, count
from rnn_core.lessons.cell.example import OUTPUT
from rnn_core.lessons.cell.formulas import FORMULAS, OUTPUT_FORMULA
from rnn_core.lessons.cell.moments import Moment, moments, told
from rnn_core.lessons.cell.questions import QUESTIONS
from rnn_core.lessons.cell.sequences import SEQUENCES, TYPED, Sequence, read_sequence
from rnn_core.lessons.cell.walk import Output, Walk, of_units, states_before, walk
from rnn_core.lessons.cell.weights import UNITS, WEIGHTS, Preset, block_of, with_block

__all__ = [
    "BLOCKS",
    "FORMULAS",
    "FROM_PLAIN_TO_RICH",
    "NAMES",
    "OUTPUT",
    "OUTPUT_FORMULA",
    "QUESTIONS",
    "SEQUENCES",
    "STATES",
    "TYPED",
    "UNITS",
    "WEIGHTS",
    "Count",
    "Moment",
    "Output",
    "Preset",
    "Row",
    "Sequence",
    "Walk",
    "block_of",
    "by_hand",
    "count",
    "letters_by_hand",
    "moments",
    "of_units",
    "read_sequence",
    "result_by_hand",
    "states_before",
    "told",
    "walk",
    "with_block",
]
