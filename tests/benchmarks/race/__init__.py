"""A race on one machine: RNN Lab, plain Keras and PyTorch train the same LSTM and GRU, in turn. See `make bench`."""
