"""The options of `text write | sentiment | rewrite`; all settings come from the specs."""

import argparse

from rnn_core.commands.options import Parser, Told, add_cells, add_json, add_settings
from rnn_core.commands.text import rewrite, sentiment, write
from rnn_core.commands.text.wishes import SEARCH_WORDS, WISH_WORDS, Search, Wish
from rnn_core.spec import Spec
from rnn_core.text.corpora import EXAMPLES, PASSAGES
from rnn_core.text.field_words import CHOICES, FIELDS
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.tasks import TASKS
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.write.spec import WriteSpec


def add_text(parser: argparse.ArgumentParser) -> None:
    """The three kinds of work with text, a command each."""
    kinds = parser.add_subparsers(required=True, metavar="KIND", parser_class=Parser)
    _add_write(kinds.add_parser("write", help="learn which character comes next, and write on"))
    _add_sentiment(kinds.add_parser("sentiment", help="learn from labelled texts to judge others"))
    _add_rewrite(kinds.add_parser("rewrite", help="learn to rewrite: dates, strings or sums"))


def _add_write(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=write.write)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--builtin", choices=tuple(PASSAGES), help="a text that comes with RNN Lab")
    source.add_argument("--file", metavar="FILE", help="a plain text file in any encoding")
    _add_training(parser, WriteSpec)
    add_settings(parser, Wish, Told(WISH_WORDS))
    add_json(parser)


def _add_sentiment(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=sentiment.sentiment)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--builtin", choices=tuple(EXAMPLES), help="labelled texts that come with RNN Lab")
    source.add_argument("--csv", metavar="FILE", help="a table of texts and labels: CSV in any form, Excel or Parquet")
    _add_training(parser, SentimentSpec)
    parser.add_argument("--read", metavar="SENTENCE", help="a sentence to be judged, word by word")
    add_json(parser)


def _add_rewrite(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=rewrite.rewrite)
    epochs = ", ".join(f"{task.epochs} for {name}" for name, task in TASKS.items())
    low, high = RewriteSpec.bounds("epochs")
    about = "; ".join(f"{name}: {task.title}" for name, task in TASKS.items())
    notes = {
        "task": f"{about}; default {RewriteSpec.default('task')}",
        "epochs": f"{low} to {high}; default {epochs}",
    }
    _add_training(parser, RewriteSpec, notes)
    parser.add_argument("--ask", metavar="TEXT", help="a question of the task, to be answered after training")
    add_settings(parser, Search, Told(SEARCH_WORDS))
    add_json(parser)


def _add_training(parser: argparse.ArgumentParser, spec: type[Spec], notes: dict[str, str] | None = None) -> None:
    """What all three have: which networks, and their settings."""
    add_cells(parser, (spec.default("cell"),))
    add_settings(parser, spec, Told(FIELDS[spec.default("kind")], CHOICES, notes or {}))
