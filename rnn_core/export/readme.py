"""The README of a bundle: what each file is, and how to make a run again or to ask its network. Markdown. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping

from rnn_core.export import manifest as places
from rnn_core.export.exported import Exported
from rnn_core.export.forms import FORMS
from rnn_core.export.report_facts import FROM_YAHOO, yahoo_notice
from rnn_core.export.script_facts import installed
from rnn_core.export.voice import Voice
from rnn_core.records import FORECAST
from rnn_core.words import N_, Sentence

_MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|!&])")
_ITEM = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")
# What becomes a link by itself; a mark that nobody sees keeps it from that.
_LINKS = re.compile(r"(https?:)(?=//)|(www)(?=\.)|(?<=\w)(@)(?=\w)", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"
_REPORT = N_("the report, for any browser; it needs no network")
_LIST = N_("the list of all files with their sizes and sha256 sums")


def readme_of(runs: Mapping[str, Exported], names: Collection[str], voice: Voice) -> str:
    """The README for `runs` by the folders that they are in, in a bundle that holds files of these `names`."""
    forecasts, others = (_of(runs, forecasts=wanted) for wanted in (True, False))
    blocks = [
        "# RNN Lab",
        *_about_runs(runs, voice),
        "## " + voice.say("Files"),
        _files(_of_all(runs, names), voice),
        *_about_folders(runs, names, voice),
        *(_about_training(forecasts, voice, alone=not others) if forecasts else ()),
        *(_about_asking(others, voice) if any(one.run.model_file for one in others.values()) else ()),
        "## " + voice.say("Take it in again"),
        voice.say("Give this .zip file as it is to the page “Runs” of any RNN Lab: all runs in it are there again."),
        *(_about_rights(forecasts, voice) if forecasts else ()),
    ]
    return "\n\n".join(blocks) + "\n"


def _of(runs: Mapping[str, Exported], *, forecasts: bool) -> dict[str, Exported]:
    return {folder: one for folder, one in runs.items() if (one.kind == FORECAST) == forecasts}


def _about_runs(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    for folder, one in runs.items():
        told = _escaped(FORMS[one.kind].told(one, voice))
        title = f" **{_escaped(one.title)}.**" if one.title else ""
        note = "".join(f"\n\n  {_escaped(line)}" for line in one.note.splitlines() if line.strip())
        yield f"- `{folder}`:{title} {told}{note}"


def _of_all(runs: Mapping[str, Exported], names: Collection[str]) -> dict[str, str]:
    """What lies beside the folders."""
    forms = [FORMS[one.kind] for one in runs.values()]
    report = {places.REPORT: _REPORT} if places.REPORT in names else {}
    return report | {places.NAME: _LIST} | {f"{form.data_name}-1.safetensors": form.data_told for form in forms}


def _about_folders(runs: Mapping[str, Exported], names: Collection[str], voice: Voice) -> Iterator[str]:
    """What lies in each folder, once for each kind of work."""
    kinds = dict.fromkeys(one.kind for one in runs.values())
    for kind in kinds:
        folders = [folder for folder, one in runs.items() if one.kind == kind]
        where = Sentence("readme_folders", "In {folders}:", {"folders": ", ".join(folders)})
        yield voice.tell(where) if len(kinds) > 1 else voice.say("In the folder of each run:")
        there = {name.removeprefix(f"{folder}/") for folder in folders for name in names}
        yield _files({name: told for name, told in FORMS[kind].listed.items() if name in there}, voice)


def _files(files: Mapping[str, str], voice: Voice) -> str:
    return "\n".join(f"- `{name}`: {voice.say(words)}" for name, words in files.items())


def _about_training(runs: Mapping[str, Exported], voice: Voice, *, alone: bool) -> Iterator[str]:
    """How forecasts are made again, `alone` in a bundle or not: other scripts train nothing."""
    yield "## " + voice.say("Train it again")
    if alone:
        yield voice.say("In the folder of a run, with Python 3.11 or newer:")
    else:
        yield voice.say("In the folder of a forecast, with Python 3.11 or newer:")
    yield _commands(runs)
    yield voice.say(
        "With these versions the numbers are the same; on another kind of computer the last digits may differ."
    )
    if any(one.run.layer_choice.fast for one in runs.values()):
        yield voice.say(
            "Networks that RNN Lab trained with its fast layers are the same but for rounding, which grows while a "
            "network learns: their RMSE may differ by a few hundredths of it."
        )


def _about_asking(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    yield "## " + voice.say("Ask the network")
    yield voice.say("In the folder of a run with text, with Python 3.11 or newer:")
    yield _commands(runs)
    yield voice.say("What the network is to read may stand behind that in quotation marks; the script says how.")


def _commands(runs: Mapping[str, Exported]) -> str:
    versions = ((one.run.versions, FORMS[one.kind].libraries) for one in runs.values())
    lines = dict.fromkeys(f"pip install {installed(*one)}".rstrip() for one in versions)
    return "```\n" + "\n".join([*lines, "python script.py"]) + "\n```"


def _about_rights(runs: Mapping[str, Exported], voice: Voice) -> Iterator[str]:
    if any(one.data.receipt.source.startswith(FROM_YAHOO) for one in runs.values()):
        yield "## " + voice.say("The data")
        yield yahoo_notice(voice)
    yield voice.say("For learning and exploring only: nothing here is financial advice.")


def _escaped(text: str) -> str:
    """A person's words so that Markdown shows them as they are, on one line.

    >>> print(_escaped("- *a*"), _escaped("1. b"))
    \\- \\*a\\* 1\\. b
    """
    plain = _MARKS.sub(r"\\\1", _LINKS.sub(rf"\g<0>{_JOINER}", " ".join(text.split())))
    return _ITEM.sub(lambda found: f"{found[2]}\\" if found[2].isdigit() else f"\\{found[2]}", plain)
