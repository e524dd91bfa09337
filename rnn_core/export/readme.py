"""The README of a bundle: what each file is, and how to make a run again. Markdown. Pure."""

import re
from collections.abc import Iterator, Mapping

from rnn_core.export import manifest as places
from rnn_core.export.exported import Exported
from rnn_core.export.report_facts import FROM_YAHOO, yahoo_notice
from rnn_core.export.script_facts import installed
from rnn_core.export.voice import Voice
from rnn_core.words import N_, Sentence

_MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|!&])")
_ITEM = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")
# What becomes a link by itself; a mark that nobody sees keeps it from that.
_LINKS = re.compile(r"(https?:)(?=//)|(www)(?=\.)|(?<=\w)(@)(?=\w)", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"
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
        _files(_OF_ALL, voice),  # all three are in every bundle
        voice.say("In the folder of each run:"),
        _files({name: words for name, words in _OF_A_RUN.items() if name != places.MODEL or _has_model(runs)}, voice),
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
            "series": one.data.name,
            "rmse": one.run.scores.rmse,
            "naive": one.run.naive_scores.rmse,
        }
        told = _escaped(voice.tell(Sentence("readme_run", words, values)))
        title = f" **{_escaped(one.title)}.**" if one.title else ""
        note = "".join(f"\n\n  {_escaped(line)}" for line in one.note.splitlines() if line.strip())
        yield f"- `{folder}`:{title} {told}{note}"


def _has_model(runs: Mapping[str, Exported]) -> bool:
    return any(one.run.model_file for one in runs.values())


def _files(files: Mapping[str, str], voice: Voice) -> str:
    return "\n".join(f"- `{name}`: {voice.say(words)}" for name, words in files.items())


def _about_training(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    yield voice.say("In the folder of a run, with Python 3.11 or newer:")
    lines = dict.fromkeys(f"pip install {installed(one.run.versions)}".rstrip() for one in runs.values())
    yield "```\n" + "\n".join([*lines, "python script.py"]) + "\n```"
    yield voice.say(
        "With these versions the numbers are the same; on another kind of computer the last digits may differ."
    )
    if any(one.run.layer_choice.fast for one in runs.values()):
        yield voice.say(
            "Networks that RNN Lab trained with its fast layers are the same but for rounding, which grows while a "
            "network learns: their RMSE may differ by a few hundredths of it."
        )


def _about_rights(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    if any(one.data.receipt.source.startswith(FROM_YAHOO) for one in runs.values()):
        yield "## " + voice.say("The data")
        yield yahoo_notice(voice)


def _escaped(text: str) -> str:
    """A person's words so that Markdown shows them as they are, on one line.

    >>> print(_escaped("- *a*"), _escaped("1. b"))
    \\- \\*a\\* 1\\. b
    """
    plain = _MARKS.sub(r"\\\1", _LINKS.sub(rf"\g<0>{_JOINER}", " ".join(text.split())))
    return _ITEM.sub(lambda found: f"{found[2]}\\" if found[2].isdigit() else f"\\{found[2]}", plain)
