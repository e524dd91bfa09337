"""`text write`: networks learn which character comes next, are scored beside counting, and write."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rnn_core.commands.options import chosen
from rnn_core.commands.specs import specs_for
from rnn_core.commands.text.files import content_of
from rnn_core.commands.text.wishes import Wish
from rnn_core.commands.text.write_answer import go_on, writing_json, writing_text
from rnn_core.commands.training import train_all
from rnn_core.engine.text_jobs import WriteJob
from rnn_core.text.corpora import load_passage
from rnn_core.text.passage import Passage
from rnn_core.text.reading import read_passage
from rnn_core.text.write.parts import part
from rnn_core.text.write.result import Written
from rnn_core.text.write.spec import WriteSpec


def write(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """What came of it, as JSON and as text.

    Raises:
        RnnLabError: the text cannot be read, the settings do not fit, or a training failed.
    """
    specs = specs_for(WriteSpec, options.cells, 1, chosen(options, WriteSpec))
    wish = Wish.make(**chosen(options, Wish))
    passage = _passage(options)
    part(specs[0], passage)  # refuses before any process is started
    runs: list[Written] = train_all([WriteJob(spec, passage) for spec in specs], sys.stderr)
    written = [go_on(run, wish) for run in runs]
    return writing_json(runs, wish, written), writing_text(runs, wish, written)


def _passage(options: argparse.Namespace) -> Passage:
    if options.builtin:
        return load_passage(options.builtin)
    return read_passage(content_of(options.file), Path(options.file).name)
