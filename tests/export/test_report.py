"""The report says all in every language, in one file that asks for nothing; names are text and nothing else."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from rnn_core.export import Exported, report_of
from rnn_core.forecast import Run
from rnn_core.series import load_source, parse_source
from tests.export.bundle_runs import ENGLISH, OTHER, a_series, a_spec, exported, honest_run

VOICES = (ENGLISH, OTHER)


class Page(HTMLParser):
    """What a browser would make of a page: elements with their attributes, visible text, and JSON."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.data: list[str] = []
        self.scripts: list[str] = []
        self._inside: list[str] = []
        self._kind: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside.append(tag)
        self._kind = dict(attrs).get("type")

    def handle_endtag(self, _tag: str) -> None:
        self._inside.append("")

    def handle_data(self, data: str) -> None:
        inside = self._inside[-1] if self._inside else ""
        if inside == "script":
            (self.data if self._kind == "application/json" else self.scripts).append(data)
        elif inside != "style":
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def words(self) -> str:
        return "\n".join(self.text)


def page_of(*runs: Exported, voices: tuple = VOICES) -> Page:
    return Page(report_of(list(runs), voices))


@pytest.fixture(scope="module")
def page() -> Page:
    series = a_series()
    middle = Exported(honest_run(a_spec(cell="GRU"), series, 2.0), series)
    return page_of(exported(), exported(seed=2), middle)


def test_both_languages_are_there_and_the_first_is_shown(page: Page) -> None:
    editions = page.all("main")
    assert [(one["lang"], "hidden" in one) for one in editions] == [("en", False), ("zh", True)]
    assert page.all("html")[0]["lang"] == "en"
    assert [one["data-show"] for one in page.all("button")] == ["en", "zh"]


def test_the_order_of_languages_is_the_visitors() -> None:
    other = page_of(exported(), voices=(OTHER, ENGLISH))
    assert other.all("html")[0]["lang"] == "zh"
    assert ["hidden" in one for one in other.all("main")] == [False, True]


def test_one_language_needs_no_switch() -> None:
    assert page_of(exported(), voices=(ENGLISH,)).all("button") == []


@pytest.mark.parametrize(
    "words",
    [
        "LSTM came closest",
        "Naive line",
        "Linear model",
        "Exponential smoothing: There are too few rows.",
        "column High",
        "How Demo.csv was read:",
        "Between the cells: semicolon",
        "Window (time steps)",
        "keras 3.15.1",
        "nothing here is financial advice",
        "My run",
        "A note\nof two lines",
        "The test rows are those from",
    ],
)
def test_the_report_says(page: Page, words: str) -> None:
    assert words in page.words


def test_every_text_is_said_in_each_language() -> None:
    """The other language puts marks around all that it was asked to say."""
    (second,) = [page_of(replace(exported(), title="", note=""), voices=(OTHER,)).words]
    own = r"[\d.,\s–%()x:-]*|Demo( · High)?|RNN Lab · Demo · High|LSTM|GRU|High|Adam"
    unsaid = [line for line in map(str.strip, second.split("\n")) if line and "«" not in line]
    assert [line for line in unsaid if not re.fullmatch(own + r"|(rnn-lab|keras|tensorflow) .*", line)] == []


def test_scores_of_the_table_are_those_of_the_run(page: Page) -> None:
    assert {"0.500", "2.00", "–"} <= set(page.text)


def test_every_chart_is_there_in_both_languages_with_its_sentence(page: Page) -> None:
    figures = [json.loads(text) for text in page.data[:-1]]
    assert len(figures) == 2 * 5
    assert all(figure["data"] for figure in figures)
    charts = [one for one in page.all("div") if one.get("class") == "chart"]
    told = [one["id"] for one in page.all("span") if "id" in one]
    assert [(one["role"], one["aria-labelledby"]) for one in charts] == [("img", name) for name in told]
    assert len(set(told)) == len(charts) == 2 * 5
    assert "«naive line»" in {trace["name"] for figure in figures for trace in figure["data"]}


def test_a_run_without_a_forecast_ahead_has_one_chart_less() -> None:
    series = a_series()
    run = replace(honest_run(a_spec(), series), ahead=(), stopped=True)
    told = page_of(Exported(run, series), voices=(ENGLISH,))
    assert len(told.data) == 4 + 1
    assert "LSTM was stopped after 3 of 3 epochs" in told.words


def test_runs_on_other_data_have_a_part_of_their_own() -> None:
    sunspots = load_source(parse_source("builtin:sunspots"))
    told = page_of(exported(), Exported(honest_run(a_spec(), sunspots), sunspots))
    assert len(told.all("article")) == 2 * 2
    assert "each group has a part of its own" in told.words
    assert "«Sunspots, yearly»" in told.words


def test_tables_that_scroll_can_be_reached_without_a_mouse(page: Page) -> None:
    wide = [one for one in page.all("div") if one.get("class") == "wide"]
    assert [(one["tabindex"], one["role"], one["aria-label"]) for one in wide] == [
        ("0", "region", title) for title in ("Scores", "Settings", "«Scores»", "«Settings»")
    ]


def test_settings_are_said_in_words(page: Page) -> None:
    assert {"Squared error", "Adam", "Stop and tell me", "20.0\N{NO-BREAK SPACE}%"} <= set(page.text)
    assert {"mse", "adam", "minmax", "refuse", "0.2"}.isdisjoint(page.text)


def test_a_note_stands_under_the_name_of_its_run() -> None:
    series = a_series()
    other = Exported(honest_run(a_spec(cell="GRU"), series, 2.0), series, note="The other one")
    told = page_of(exported(), other, voices=(ENGLISH,)).text
    places = [told.index(words) for words in ("My run · LSTM", "A note\nof two lines", "GRU", "The other one")]
    assert told[told.index("The other one") - 3 : told.index("The other one")].count("GRU") == 1
    assert places[0] < places[1] < places[3]


def with_another_linear_model(run: Run) -> Run:
    ridge = replace(run.baselines[0], predicted=run.naive + 1)
    return replace(run, baselines=(ridge, *run.baselines[1:]))


def test_what_only_some_runs_have_is_not_told_of_all() -> None:
    series = a_series()
    other = with_another_linear_model(honest_run(a_spec(window=9, validation_share=0.2), series, 2.0))
    told = page_of(exported(), Exported(other, series), voices=(ENGLISH,))
    assert "Linear model" not in told.text
    assert "each has its own: Linear model." in told.words
    assert "Exponential smoothing: There are too few rows." in told.words
    assert "training windows," not in told.words
    assert {"Training windows", "Kept back for validation"} <= set(told.text)
    figures = [json.loads(text) for text in told.data[:-1]]
    assert "Linear model" not in {trace.get("name") for figure in figures for trace in figure["data"]}


def test_a_run_that_learnt_nothing_says_so() -> None:
    series = a_series()
    told = page_of(Exported(replace(honest_run(a_spec(), series), history=()), series))
    assert "there is nothing to judge" in told.words
    assert told.all("article") == []


def test_a_run_whose_numbers_are_none_has_a_report() -> None:
    series = a_series()
    assert "–" in page_of(Exported(honest_run(a_spec(), series, None), series)).text


def test_no_network_is_asked_and_only_these_scripts_may_run(page: Page) -> None:
    policy = next(one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    plain = ["".join(page.scripts[place]) for place in range(len(page.scripts))]
    assert sorted(base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in plain) == sorted(allowed)
    assert not re.search(r"script-src[^;]*unsafe", policy)


def test_nothing_is_loaded_from_elsewhere(page: Page) -> None:
    assert [one for _tag, one in page.elements if {"src", "href", "action", "srcset"} & set(one)] == []
    assert [tag for tag, _one in page.elements if tag in {"link", "iframe", "object", "embed", "base", "form"}] == []


HOSTILE = [
    '<img src=x onerror="alert(1)">',
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{7*7}}{% raw %}",
    "\"' onmouseover='alert(1)",
    "**bold** [x](javascript:alert(1))",
    "\u2028\u2029&amp;&lt;",
    "]]>--></style>",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_ever_text(name: str) -> None:
    series = a_series(name=name, unit=name, columns=(name, f"{name} 2"))
    own = Exported(honest_run(a_spec(), series), series, name, f"{name}\n{name}")
    plain, told = page_of(exported()), page_of(own)
    assert [tag for tag, _one in told.elements] == [tag for tag, _one in plain.elements]
    assert [sorted(one) for _tag, one in told.elements] == [sorted(one) for _tag, one in plain.elements]
    assert "".join(told.scripts) == "".join(plain.scripts)
    assert told.words.count(name) > 10
    assert "49" not in set(told.text)
    for text in told.data:
        assert json.loads(text)
        assert not re.search(r"[<>&\u2028\u2029]", text)


def test_charts_show_hostile_names_as_they_are() -> None:
    series = a_series(columns=("<b>High</b>", "Low"))
    figures = page_of(Exported(honest_run(a_spec(), series), series)).data
    titles = [json.loads(text)["layout"]["yaxis"]["title"].get("text", "") for text in figures[:-1]]
    assert "&lt;b&gt;High&lt;/b&gt; (USD)" in titles
    assert not any("<b>" in title for title in titles)


def test_the_same_runs_make_the_same_report() -> None:
    assert report_of([exported()], VOICES) == report_of([exported()], VOICES)


def test_many_rows_do_not_make_a_heavy_report() -> None:
    series = a_series(rows=60_000)
    light, heavy = (len(report_of([Exported(honest_run(a_spec(), one), one)], VOICES)) for one in (a_series(), series))
    assert heavy - light < 2_000_000
