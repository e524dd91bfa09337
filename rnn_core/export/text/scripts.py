"""Scripts that use a trained network with text: plain Keras, to be read and run beside the network. Pure: no Keras."""

from typing import Any

from rnn_core.export.script import environment
from rnn_core.export.script_facts import installed
from rnn_core.export.script_literals import Code

LIBRARIES = ("tensorflow", "keras", "numpy")
"""What these scripts need."""


def script(template: str, run: Any, **facts: Any) -> str:
    """The script of `template` about `run`, which loads `model.keras` from its own folder; `facts` become literals."""
    versions = Code(installed(run.versions, LIBRARIES))
    return environment().get_template(template).render(spec=run.spec, versions=versions, **facts)
