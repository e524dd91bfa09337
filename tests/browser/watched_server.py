"""Streamlit's own command, which on SIGUSR1 also writes down the names of all modules that it has imported."""

import os
import signal
import sys
from pathlib import Path

from streamlit.web.cli import main


def write_modules(*_: object) -> None:
    target = Path(os.environ["RNN_LAB_MODULES_FILE"])
    half = target.with_suffix(".half")
    half.write_text("\n".join(sorted(sys.modules)))
    half.replace(target)


if __name__ == "__main__":
    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, write_modules)
    main()
