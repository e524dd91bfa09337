"""The report: runs as one HTML file that needs no network, in several languages with a switch between them. Pure.

Law: names and notes are text and nothing else; the file may run the two scripts that it came with, and load nothing.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from rnn_core.export.exported import Exported
from rnn_core.export.groups import Group, groups_of
from rnn_core.export.own_names import with_own_names
from rnn_core.export.report_charts import Chart, charts_of
from rnn_core.export.report_facts import judged_facts, left_out, notes_of, reading_facts, versions_of
from rnn_core.export.report_tables import Table, tables_of
from rnn_core.export.voice import Voice
from rnn_core.figures.theme import DARK, LIGHT, Theme

_FOLDER = Path(__file__).resolve().parent / "templates"
# Who came closest, and whether that was worth it.
_HEADLINE = 2
# What would end the element that JSON stands in, or a line of a script.
_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Section:
    """What there is to say of runs that were tested on the same rows."""

    title: str
    headline: str
    verdict: str
    facts: tuple[str, ...]
    scores: Table
    settings: Table
    left_out: tuple[str, ...]
    charts: tuple[Chart, ...]
    reading: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Edition:
    """The report in one language."""

    voice: Voice
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, str], ...]
    versions: tuple[str, ...]
    words: Mapping[str, str]

    @property
    def title(self) -> str:
        """The name of the whole report."""
        names = dict.fromkeys(section.title for section in self.sections)
        return " · ".join(["RNN Lab", *names])


def report_of(runs: Sequence[Exported], voices: Sequence[Voice]) -> str:
    """The report on `runs` (at least one) as HTML, in the language of each of `voices`, the first one shown first."""
    editions = [_edition([with_own_names(one) for one in runs], voice) for voice in voices]
    plotly, script = _scripts()
    page = _environment().get_template("report.html.j2")
    return page.render(
        editions=editions,
        style=Markup(_source("report.css")),
        plotly=Markup(plotly),
        script=Markup(script),
        colours=_json(json.dumps(list(zip(_neutral(LIGHT), _neutral(DARK), strict=True)))),
        policy=_policy(plotly, script),
        json=_json,
    )


def _edition(runs: Sequence[Exported], voice: Voice) -> Edition:
    sections = tuple(_section(group, voice) for group in groups_of(runs, voice))
    return Edition(voice, sections, notes_of(runs), versions_of(runs), _words(voice))


def _words(voice: Voice) -> dict[str, str]:
    """What the page itself says."""
    return {
        "report": voice.say("Report"),
        "nothing": voice.say("None of these runs got through an epoch, so there is nothing to judge."),
        "apart": voice.say(
            "These runs were tested on different data, so each group has a part of its own, and they are not compared."
        ),
        "advice": voice.say("For learning and exploring only: nothing here is financial advice."),
        "scripts": voice.say(
            "The charts need a browser that runs scripts. Each is told in a sentence below its place."
        ),
    }


def _section(group: Group, voice: Voice) -> Section:
    sentences = [voice.tell(sentence) for sentence in group.verdict.sentences]
    between = "" if voice.code == "zh" else " "
    scores, settings = tables_of(group, voice)
    return Section(
        title=f"{group.first.series.name} · {group.first.series.target}",
        headline=between.join(sentences[:_HEADLINE]),
        verdict=between.join(sentences[_HEADLINE:]),
        facts=judged_facts(group, voice),
        scores=scores,
        settings=settings,
        left_out=left_out(group, voice),
        charts=charts_of(group, voice),
        reading=reading_facts(group.first, voice),
        notes=group.notes,
    )


def _policy(*scripts: str) -> str:
    """The content security policy: these scripts, styles and pictures inside of the file, and no network."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(f"'sha256-{digest}'" for digest in hashes),
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _json(text: str) -> Markup:
    """JSON as it may stand in an element of an HTML file."""
    return Markup(text.translate(_ESCAPES))


def _neutral(theme: Theme) -> list[str]:
    return list(asdict(theme).values())


@lru_cache(maxsize=1)
def _scripts() -> tuple[str, str]:
    """plotly.js, and what draws the charts of this report."""
    return str(get_plotlyjs()), _source("report.js")


@lru_cache(maxsize=8)
def _source(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = FileSystemLoader(_FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
