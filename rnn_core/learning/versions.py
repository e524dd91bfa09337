"""Which versions of which libraries a run was made with. Pure: reads package metadata, imports nothing heavy."""

from importlib.metadata import version

import rnn_core

_LIBRARIES = ("tensorflow", "keras", "numpy", "pandas", "scikit-learn")


def versions() -> dict[str, str]:
    """Name to version, RNN Lab's own first."""
    return {"rnn-lab": rnn_core.__version__, **{name: version(name) for name in _LIBRARIES}}
