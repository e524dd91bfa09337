"""The command line: `python -m rnn_core compare | inspect | recipes | run | text`."""

import sys

from rnn_core.commands.parser import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
