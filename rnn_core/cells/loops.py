"""LOOPS: how each cell of CELLS goes through time, forward and back. Pure: no Keras."""

from rnn_core.cells.gru import GRU_LOOP
from rnn_core.cells.lstm import LSTM_LOOP
from rnn_core.cells.simple_rnn import SIMPLE_RNN_LOOP
from rnn_core.cells.through_time import Loop

LOOPS: dict[str, Loop] = {"LSTM": LSTM_LOOP, "GRU": GRU_LOOP, "SimpleRNN": SIMPLE_RNN_LOOP}
