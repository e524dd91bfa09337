"""Runs scripts one after another in one interpreter that knows nothing of RNN Lab: folders in, what they print out.

`python -I script_runner.py` reads the folders from its standard input, one a line, and imports nothing of the project.
"""

import contextlib
import importlib.util
import io
import json
import os
import re
import runpy
import sys

NUMBER = re.compile(r"^(Network|Naive line|In RNN Lab): +RMSE (\S+)", re.MULTILINE)


def read_all(lines):
    for line in lines:
        os.chdir(line.strip())
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            runpy.run_path("script.py")
        yield os.path.basename(line.strip()), printed.getvalue()


def ask_network(folder):
    """What the network of a file, if there is one, says of the windows that RNN Lab gave it."""
    path = os.path.join(folder, "network.keras")
    if not os.path.exists(path):
        return None
    import keras
    import numpy as np

    with open(os.path.join(folder, "run.json")) as file:
        windows = np.array(json.load(file)["windows"], "float32")
    return keras.saving.load_model(path).predict(windows, batch_size=512, verbose=0)[:, 0].tolist()


if __name__ == "__main__":
    assert importlib.util.find_spec("rnn_core") is None
    home = os.getcwd()
    found = {
        name: {
            "printed": printed,
            "rmse": dict(NUMBER.findall(printed)),
            "network": ask_network(os.path.join(home, name)),
        }
        for name, printed in read_all(sys.stdin)
    }
    print(json.dumps(found))
