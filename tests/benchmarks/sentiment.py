"""Judges of the built-in reviews with default settings, beside what simpler judges say of the same test texts.

Aim: at least 5 points above the majority and no more than 2 below counted words, in 20 to 40 s of one core.
"""

import time
from collections.abc import Iterator

from rnn_core.text.corpora import load_examples
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment import Judged, SentimentSpec, train

CORPORA = ("reviews_en", "reviews_zh")
NETWORKS = {
    "LSTM": SentimentSpec(),
    "GRU": SentimentSpec(cell="GRU"),
    "SimpleRNN": SentimentSpec(cell="SimpleRNN"),
    "LSTM, two-directional": SentimentSpec(bidirectional=True),
    "LSTM, attention": SentimentSpec(attention=True),
    "LSTM, other split": SentimentSpec(split_seed=2),
}
ABOVE_MAJORITY, BELOW_LOGISTIC = 0.05, 0.02


def run() -> Iterator[str]:
    for name in CORPORA:
        examples = load_examples(name)
        yield f"{name}: {len(examples.texts)} texts, {', '.join(examples.classes)}"
        for title, spec in NETWORKS.items():
            yield line(title, spec, examples)


def line(title: str, spec: SentimentSpec, examples: Examples) -> str:
    began, worked = time.monotonic(), time.process_time()
    judged = train(spec, examples)
    seconds, core = time.monotonic() - began, time.process_time() - worked
    low, high = judged.scores.interval
    rivals = "  ".join(
        f"{one.name} {one.scores.accuracy:.1%} ({one.comparison.answer}, p {one.comparison.chance:.2g})"
        for one in judged.baselines
    )
    return (
        f"   {title:22s} {judged.scores.accuracy:6.1%} ({low:.1%} to {high:.1%})  F1 {judged.scores.macro_f1:.3f}  "
        f"calibration error {judged.scores.calibration_error:.3f}  {rivals}  "
        f"epoch {judged.best_epoch} of {len(judged.history)}  {seconds:.1f} s, {core:.1f} s of a core  "
        f"{judged.nbytes / 1e6:.2f} MB  {'reached' if reached(judged) else 'NOT REACHED'}"
    )


def reached(judged: Judged) -> bool:
    accuracy = {one.name: one.scores.accuracy for one in judged.baselines}
    mine = judged.scores.accuracy
    return mine >= accuracy["majority"] + ABOVE_MAJORITY and mine >= accuracy["logistic"] - BELOW_LOGISTIC
