"""The Keras network of a character model. Runs in a worker only: imports Keras.

LSTM, GRU and SimpleRNN take one path: the cell is a value looked up.
"""

import keras

from rnn_core.cells import CELLS
from rnn_core.cells.fused import FUSED
from rnn_core.cells.loops import LOOPS
from rnn_core.text.write.spec import WriteSpec


def build_network(spec: WriteSpec, symbols: int, *, fast: bool = False) -> keras.Model:
    """A network that reads numbers `(batch, steps)` and first states, and gives scores and last states.

    Scores (logits) are `(batch, steps, symbols)`, states `(batch, units)` each, those of the first layer first. All its
    layers are Keras' own, unless `fast`: then the recurrent ones are those that learn faster, with the same weights.
    Dropout stands after each recurrent layer, and not on its way through time (Zaremba, Sutskever and Vinyals 2014).
    """
    numbers = keras.Input((None,), dtype="int32", name="numbers")
    flow = keras.layers.Embedding(symbols, spec.embedding)(numbers)
    kind = FUSED[spec.cell] if fast else getattr(keras.layers, CELLS[spec.cell].layer)
    first: list[keras.KerasTensor] = []
    last: list[keras.KerasTensor] = []
    for depth in range(1, spec.layers + 1):
        before = [keras.Input((spec.units,), name=f"state_{depth}_{n}") for n in range(1, LOOPS[spec.cell].states + 1)]
        flow, *after = kind(spec.units, return_sequences=True, return_state=True)(flow, initial_state=before)
        if spec.dropout > 0:
            flow = keras.layers.Dropout(spec.dropout)(flow)
        first, last = [*first, *before], [*last, *after]
    return keras.Model([numbers, *first], [keras.layers.Dense(symbols)(flow), *last])
