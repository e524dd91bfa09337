"""The README of a bundle: what each file is, and how to make a run again. Markdown. Pure."""

import re
from collections.abc import Iterator, Mapping

from rnn_core.export import manifest as places
from rnn_core.export.exported import Exported
from rnn_core.export.report_facts import FROM_YAHOO, yahoo_notice
from rnn_core.export.voice import Voice
from rnn_core.words import N_, Sentence

_MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|!&])")
# Of what a run was made with, the script needs these.
_PACKAGES = ("tensorflow", "keras", "numpy", "pandas", "scikit-learn")
_OF_ALL = {
    places.REPORT: N_("the report, for any browser; it needs no network"),
    places.NAME: N_("the list of all files with their sizes and sha256 sums"),
    "series-1.safetensors": N_("the series as RNN Lab keeps it, one file for each"),
}
_OF_A_RUN = {
    places.SETTINGS: N_("all settings of the run"),
    places.SCORES: N_("all scores of the network, the naive line and the simple forecasts; null where there is none"),
    places.PREDICTIONS: N_("what was predicted of each test row, beside the real value"),
    places.DATA: N_("the data that the script reads"),
    places.SCRIPT: N_("a Python script that trains the network again"),
    places.NOTEBOOK: N_("the same as a notebook, step by step"),
    places.MODEL: N_("the trained network, for keras.saving.load_model"),
    places.RECORD: N_("the whole run as RNN Lab keeps it, with all its weights"),
}


def readme_of(runs: Mapping[str, Exported], voice: Voice) -> str:
    """The README for `runs` by the folders that they are in."""
    blocks = [
        "# RNN Lab",
        *_about_runs(runs, voice),
        "## " + voice.say("Files"),
        _files(_OF_ALL, voice),
        voice.say("In the folder of each run:"),
        _files(_OF_A_RUN, voice),
        "## " + voice.say("Train it again"),
        *_about_training(runs, voice),
        "## " + voice.say("Take it in again"),
        voice.say("Give this .zip file as it is to the page “Runs” of any RNN Lab: all runs in it are there again."),
        *_about_rights(runs, voice),
        voice.say("For learning and exploring only: nothing here is financial advice."),
    ]
    return "\n\n".join(blocks) + "\n"


def _about_runs(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    for folder, one in runs.items():
        words = N_("{cell} on {column} of {series}: RMSE {rmse}, naive line {naive}.")
        values = {
            "cell": one.run.spec.cell,
            "column": one.run.series.target,
            "series": one.series.name,
            "rmse": one.run.scores.rmse,
            "naive": one.run.naive_scores.rmse,
        }
        told = _escaped(voice.tell(Sentence("readme_run", words, values)))
        title = f" **{_escaped(one.title)}.**" if one.title else ""
        note = f"\n\n{_escaped(one.note)}" if one.note else ""
        yield f"- `{folder}`:{title} {told}{note}"


def _files(files: Mapping[str, str], voice: Voice) -> str:
    return "\n".join(f"- `{name}`: {voice.say(words)}" for name, words in files.items())


def _about_training(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    yield voice.say("In the folder of a run, with Python 3.11 or newer:")
    lines = dict.fromkeys(_install(one.run.versions) for one in runs.values())
    yield "```\n" + "\n".join([*lines, "python script.py"]) + "\n```"
    yield voice.say(
        "With these versions the numbers are the same; on another kind of computer the last digits may differ."
    )


def _install(versions: Mapping[str, str]) -> str:
    named = [f"{name}=={versions[name]}" if name in versions else name for name in _PACKAGES]
    return "pip install " + " ".join(named)


def _about_rights(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    if any(one.series.receipt.source.startswith(FROM_YAHOO) for one in runs.values()):
        yield "## " + voice.say("The data")
        yield yahoo_notice(voice)


def _escaped(text: str) -> str:
    """A person's words so that Markdown shows them as they are, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
