"""`text sentiment`: networks learn from labelled texts to judge others, beside simpler judges of the same texts."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rnn_core.commands.options import chosen
from rnn_core.commands.specs import specs_for
from rnn_core.commands.text.files import content_of
from rnn_core.commands.text.sentiment_answer import judging_json, judging_text
from rnn_core.commands.training import train_all
from rnn_core.engine.text_jobs import SentimentJob
from rnn_core.errors import SpecError
from rnn_core.text.corpora import load_examples
from rnn_core.text.reading import Labelled, read_examples
from rnn_core.text.sentiment.model import Reading
from rnn_core.text.sentiment.parts import split
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.tokens import tokens_of


def sentiment(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """What came of it, as JSON and as text.

    Raises:
        RnnLabError: the texts cannot be read, the settings do not fit, or a training failed.
    """
    specs = specs_for(SentimentSpec, options.cells, 1, chosen(options, SentimentSpec))
    labelled = _labelled(options)
    for remark in labelled.remarks:
        sys.stderr.write(f"{remark}\n")
    way = split(specs[0], labelled.examples).way  # refuses before any process is started
    if options.read is not None and not tokens_of(options.read, way):
        raise SpecError("read_is_empty", "A sentence that is to be judged must have a word in it. Write something.")
    jobs = [SentimentJob(spec, labelled.examples) for spec in specs]
    runs: list[Judged] = train_all(jobs, sys.stderr)
    readings = [_reading(run, options.read) for run in runs]
    return judging_json(runs, labelled.remarks, readings), judging_text(runs, readings)


def _labelled(options: argparse.Namespace) -> Labelled:
    if options.builtin:
        return Labelled(load_examples(options.builtin))
    return read_examples(content_of(options.csv), Path(options.csv).name)


def _reading(run: Judged, sentence: str | None) -> Reading | None:
    """What a network thinks of a sentence; None where there is none, or where the network's numbers were lost."""
    return None if sentence is None or run.lost else run.judge.read(sentence)
