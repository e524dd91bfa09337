"""Asks scripts of networks with text in one interpreter that knows nothing of RNN Lab; answers in one line of JSON.

`python -I text_script_runner.py FOLDER` asks the script in each folder of FOLDER what its `asked.json` wants.
"""

import contextlib
import importlib.util
import io
import itertools
import json
import os
import runpy
import sys


def ask(folder):
    with open(os.path.join(folder, "asked.json"), encoding="utf-8") as file:
        asked = json.load(file)
    path = os.path.join(folder, "script.py")
    found = {"write": ask_writer, "sentiment": ask_judge, "rewrite": ask_rewriter}[asked["kind"]](
        runpy.run_path(path), asked
    )
    return found | {"printed": printed_by(path)}


def ask_writer(script, asked):
    numbers, unknown = script["numbers"], script["vocabulary"]["unknown"]
    found = {"probabilities": [], "texts": []}
    for begin in asked["begins"]:
        read = [numbers.get(letter, unknown) for letter in begin or script["BEGIN"]]
        memory = script["nothing"]()
        for number in read:
            probabilities, memory = script["read"](number, memory)
        found["probabilities"].append(probabilities.tolist())
        for temperature in asked["temperatures"]:
            letters = script["write"](begin, temperature, count=asked["letters"], seed=asked["seed"])
            found["texts"].append("".join(itertools.islice(letters, asked["letters"])))
    return found


def ask_judge(script, asked):
    return {
        "cut": [script["cut"](text) for text in asked["texts"]],
        "said": [script["judge"](text) for text in asked["texts"]],
    }


def ask_rewriter(script, asked):
    questions = [script["clean"](typed) for typed in asked["questions"]]
    letters = sorted(script["letters"])[:3]
    return {
        "questions": questions,
        "answers": [script["answer"](question) for question in questions],
        "next": [script["next_letter"](question, letters).tolist() for question in questions],
    }


def printed_by(path):
    """What the script prints if it is simply started."""
    printed, sys.argv = io.StringIO(), [path]
    with contextlib.redirect_stdout(printed):
        runpy.run_path(path, run_name="__main__")
    return printed.getvalue()


if __name__ == "__main__":
    assert importlib.util.find_spec("rnn_core") is None
    home = sys.argv[1]
    print(json.dumps({name: ask(os.path.join(home, name)) for name in sorted(os.listdir(home))}))
