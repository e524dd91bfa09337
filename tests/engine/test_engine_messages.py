import json

import pytest

from rnn_core.engine.messages import Told, pack, unpack
from rnn_core.forecast.events import BatchDone, EpochDone, StageBegan

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


def test_the_server_side_of_the_engine_loads_no_tensorflow():
    import subprocess
    import sys

    from rnn_core.settings import PROJECT_FOLDER

    code = "import sys, rnn_core.engine; sys.exit(bool({'tensorflow', 'keras', 'streamlit'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT_FOLDER, check=False).returncode == 0
