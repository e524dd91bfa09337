import json
import subprocess
import sys

import pytest

from rnn_core.engine.messages import Told, pack, unpack
from rnn_core.learning.events import BatchDone, EpochDone, StageBegan
from rnn_core.settings import PROJECT_FOLDER

EVENTS = [
    StageBegan("training"),
    BatchDone(2, 0.5, 0.25, 1.5),
    EpochDone(2, 0.25, None, 1.5),
    EpochDone(2, 0.25, 0.5, 1.5, (1.0, 2.0)),
]


@pytest.mark.parametrize("event", EVENTS, ids=repr)
def test_an_event_crosses_as_plain_values(event):
    message = Told("ticket", 7, event)
    assert unpack(json.loads(json.dumps(pack(message)))) == message


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("rnn_core.engine.engine", {"tensorflow", "keras", "streamlit"}),
        # TensorFlow is loaded by the work itself.
        ("rnn_core.engine.work", {"tensorflow", "keras", "streamlit", "sqlalchemy"}),
    ],
)
def test_no_side_of_the_engine_loads_what_only_the_other_needs(module, heavy):
    code = f"import sys, {module}; sys.exit(bool({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT_FOLDER, check=False).returncode == 0
