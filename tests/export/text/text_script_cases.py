"""Tiny networks with text that together use what a script must know, and the programs that ask their scripts."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np

from rnn_core.export import bundle_of
from rnn_core.export.exported import Exported
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.text.examples import Examples
from rnn_core.text.passage import Passage
from rnn_core.text.rewrite import RewriteSpec
from rnn_core.text.rewrite import network as rewriting
from rnn_core.text.sentiment import SentimentSpec
from rnn_core.text.sentiment import network as judging
from rnn_core.text.write import network as writing
from tests.export.bundle_runs import ENGLISH
from tests.export.tampering import files_of
from tests.export.text.text_runs import judged, rewritten, written
from tests.text.sentiment.reviews import reviews
from tests.text.write.small import passage_of, small

# Loading TensorFlow takes its time on a busy machine.
SECONDS = 300
LETTERS = 30
ONE_LINE = Passage("no line ends here", passage_of().text.replace("\n", " "), "own", "en")
CHINESE = Examples(
    "评论",
    tuple(
        f"这家店的菜{what}{number}次，真{how}。" for number in range(20) for what, how in (("好", "棒"), ("差", "糟"))
    ),
    ("好", "差") * 20,
    "own",
    "zh",
)
ENGLISH_TEXTS = ("The PLOT wasn’t great, 3.50 too much!", "a film", "unheard of")
CASES: dict[str, Callable[[], Exported]] = {
    "write LSTM": lambda: written(small(cell="LSTM")),
    "write GRU of two layers": lambda: written(small(cell="GRU", layers=2, dropout=0.2)),
    "write SimpleRNN, one line": lambda: written(small(cell="SimpleRNN"), ONE_LINE),
    "judge LSTM": lambda: judged(SentimentSpec(units=3, embedding=4, longest=5)),
    "judge GRU both ways with attention": lambda: judged(
        SentimentSpec(cell="GRU", units=3, embedding=4, bidirectional=True, attention=True)
    ),
    "judge SimpleRNN by characters": lambda: judged(
        SentimentSpec(cell="SimpleRNN", units=3, embedding=4, attention=True, dropout=0.0), CHINESE
    ),
    "rewrite dates with attention": lambda: rewritten(RewriteSpec(units=6, embedding=5)),
    "rewrite sums": lambda: rewritten(RewriteSpec(cell="LSTM", task="add", attention=False, units=6, embedding=5)),
    "rewrite words": lambda: rewritten(RewriteSpec(cell="SimpleRNN", task="reverse", longest=4, units=6, embedding=5)),
}
ASKED: Mapping[str, Mapping[str, Any]] = {
    "write": {"begins": ["the cat Ü saw", ""], "temperatures": [0.0, 0.8], "seed": 5, "letters": LETTERS},
    "sentiment": {"texts": [*ENGLISH_TEXTS, "这家店的 菜好棒。", reviews(3).texts[0]]},
    "rewrite": {
        "date": [" 3 may  2021", "December 24TH, 1999", "二零二一年五月三日", "２０２１/5/3"],
        "add": ["47 + 385", "8＋5"],
        "reverse": ["Network", "a"],
    },
}


def network_of(one: Exported) -> keras.Model:
    """The Keras network of a run, with its weights."""
    run = one.run
    with seeded(1):
        match one.kind:
            case "write":
                network = writing.build_network(run.spec, len(run.vocabulary))
            case "sentiment":
                network = judging.build_network(run.spec, len(run.vocabulary), len(run.data.classes))
            case _:
                network = rewriting.build_own(run.spec)
    if one.kind == "rewrite":
        set_in_order(network, run.weights)
    else:
        network.set_weights(list(run.weights))
    return network


def set_in_order(network: keras.Model, weights: tuple[np.ndarray, ...]) -> None:
    """Weights in the order of `rewrite/weights.py`, which is not that of Keras."""
    there, left = {layer.name: layer for layer in network.layers}, iter(weights)
    for name in rewriting.LAYERS:
        if name in there:
            there[name].set_weights([next(left) for _ in there[name].get_weights()])


def with_network(one: Exported) -> Exported:
    return replace(one, run=replace(one.run, model_file=model_file(network_of(one))))


@dataclass(frozen=True)
class Answered:
    """The runs of all cases, and what their scripts answered where RNN Lab is not."""

    runs: Mapping[str, Exported]
    said: Mapping[str, Any]


def ask_all(folder: Path) -> Answered:
    """Write the folder of each case as a bundle has it, and let one process ask all scripts."""
    runs = {case: with_network(make()) for case, make in CASES.items()}
    for number, one in enumerate(runs.values()):
        own = folder / str(number)
        own.mkdir()
        for name, content in files_of(bundle_of([one], [ENGLISH])).items():
            if "/" in name:
                (own / name.split("/")[1]).write_bytes(content)
        asked = ASKED[one.kind] | {"kind": one.kind}
        if one.kind == "rewrite":
            asked = {"kind": one.kind, "questions": ASKED[one.kind][one.run.spec.task]}
        (own / "asked.json").write_text(json.dumps(asked), "utf-8")
    runner = subprocess.run(
        [sys.executable, "-I", str(Path(__file__).with_name("text_script_runner.py")), str(folder)],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(("TF_", "KERAS"))},
        stdout=subprocess.PIPE,
        check=True,
        timeout=SECONDS,
    )
    said = json.loads(runner.stdout.decode().splitlines()[-1])
    return Answered(runs, {case: said[str(number)] for number, case in enumerate(runs)})
