"""Every text that a visitor reads is there in Chinese, complete, in the agreed terms, and can be found by its call."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Message

from pages.ui.translations import KEYWORDS, ROOT, catalogue, extract, read

LANGUAGE = "zh"
TERMS = Path(__file__).parents[3] / "shared" / "UI.md"
SOURCES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "rnn_core").rglob("*.py"))]

MARKED = {str(message.id): message for message in extract() if message.id}
KNOWN = {str(message.id): message for message in read(LANGUAGE) if message.id}

# What to look for in an English text, and the word that its translation must then have.
KEY_TERMS = [
    (r"\bwindows?\b", "窗口"),
    (r"\bepochs?\b", "轮"),
    (r"\bnaive\b", "朴素基线"),
    (r"\bunits\b", "单元"),
    (r"\btraining part\b", "训练集"),
    (r"\bvalidation part\b", "验证集"),
    (r"\btest part\b", "测试集"),
    (r"\blearning rate\b", "学习率"),
    (r"\bscaling\b", "归一化"),
    (r"\bticker\b", "股票代码"),
    (r"\btwo-directional\b", "双向"),
]
LABELS = {
    "Units": "单元数",
    "Epochs": "训练轮次",
    "Cells": "循环单元",
    "Naive line": "朴素基线",
    "Batch size": "批大小",
    "Random seed": "随机种子",
    "training part": "训练集",
    "validation part": "验证集",
    "test part": "测试集",
}
VALUE = re.compile(r"\{\w+\}")
STAY = re.compile(r"\b(LSTM|GRU|SimpleRNN|RMSE|MAE|CSV|Yahoo|Adam|RMSprop|Huber)(?=s?\b)")

CHINESE = r"[\u3400-\u9fff]"
# Half-width marks beside a Chinese character, and spaces between Chinese and Latin: the catalogue has neither.
HALF_WIDTH = re.compile(rf"{CHINESE}[,;:?!()]|[,;:?!()]{CHINESE}|{CHINESE}\.(?!\w)")
SPACED = re.compile(rf"{CHINESE} +\S|\S +{CHINESE}")


def chinese(text: str) -> str:
    return str(KNOWN[text].string)


def names(text: str) -> set[str | None]:
    return {name for _text, name, _form, _conversion in Formatter().parse(text) if name is not None}


def test_every_marked_text_has_a_translation() -> None:
    messages = [KNOWN.get(text, Message(text)) for text in MARKED]
    assert [message.id for message in messages if not message.string or message.fuzzy] == []


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    assert set(KNOWN) - set(MARKED) == set()
    assert not read(LANGUAGE).obsolete


def test_translations_name_the_same_values() -> None:
    assert [text for text in KNOWN if names(chinese(text)) != names(text)] == []


@pytest.mark.parametrize(("pattern", "term"), KEY_TERMS)
def test_a_term_is_always_said_with_the_same_word(pattern: str, term: str) -> None:
    found = [text for text in KNOWN if re.search(pattern, VALUE.sub("", text), re.IGNORECASE)]
    assert found
    assert [chinese(text) for text in found if term not in chinese(text)] == []


@pytest.mark.parametrize("label", sorted(LABELS.keys() & KNOWN.keys()))
def test_labels_are_the_agreed_terms(label: str) -> None:
    assert chinese(label) == LABELS[label]


@pytest.mark.skipif(not TERMS.exists(), reason="the table of terms is not here")
@pytest.mark.parametrize("term", sorted({*(term for _pattern, term in KEY_TERMS), *LABELS.values()}))
def test_the_agreed_terms_are_those_of_the_table(term: str) -> None:
    assert term in TERMS.read_text("utf-8").split("## Chinese terms")[1]


def test_names_of_cells_scores_and_services_stay_as_they_are() -> None:
    assert [text for text in KNOWN for name in STAY.findall(text) if name not in chinese(text)] == []


def test_chinese_sentences_end_where_english_ones_end() -> None:
    assert [text for text in KNOWN if chinese(text).endswith("。") != text.endswith(".")] == []


def test_chinese_texts_are_set_in_the_chinese_way() -> None:
    assert [said for said in map(chinese, KNOWN) if HALF_WIDTH.search(said) or SPACED.search(said)] == []


def test_chinese_speaks_to_the_visitor_in_one_way() -> None:
    assert [said for said in map(chinese, KNOWN) if "你" in said] == []


def test_english_texts_stay_as_they_are() -> None:
    assert [text for text in KNOWN if catalogue("en").gettext(text) != text] == []


def test_the_catalogue_translates() -> None:
    assert [text for text in KNOWN if catalogue(LANGUAGE).gettext(text) != chinese(text)] == []
    assert catalogue(LANGUAGE).gettext("naive line") == "朴素基线"


def test_texts_that_nobody_marked_pass_through() -> None:
    assert catalogue(LANGUAGE).gettext("My column") == "My column"


def test_a_language_without_a_catalogue_is_english() -> None:
    assert catalogue("xx").gettext("naive line") == "naive line"


def test_the_header_names_a_language_and_nobody_from_a_template() -> None:
    header = dict(read(LANGUAGE).mime_headers)
    assert header["Language"] == LANGUAGE
    leftovers = ("FULL NAME", "EMAIL@ADDRESS", "YEAR-MO-DA", "LL@li.org", "VERSION", "FIRST AUTHOR")
    assert [word for word in leftovers if word in f"{header} {read(LANGUAGE).header_comment}"] == []


# How texts are marked: a text that Babel cannot find never reaches the catalogue, and nobody would notice.


def marked_texts(code: ast.AST) -> Iterator[ast.expr]:
    """The text of every call that marks one."""
    for call in ast.walk(code):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        place = (KEYWORDS.get(name) or (1,))[0]
        if name in KEYWORDS and len(call.args) >= place:
            yield call.args[place - 1]


def is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def is_put_together(value: ast.expr) -> bool:
    """Whether a text is only known when the code runs, though parts of it stand in the call."""
    return not is_text(value) and (
        isinstance(value, (ast.JoinedStr, ast.BinOp))
        or (isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and is_text(value.func.value))
    )


def hidden_texts(code: str) -> list[str]:
    """Calls whose text Babel cannot find: put together, or inside an f-string."""
    tree = ast.parse(code)
    put_together = [text for text in marked_texts(tree) if is_put_together(text)]
    f_strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inside = [text for whole in f_strings for text in marked_texts(whole) if is_text(text)]
    return [f"line {text.lineno}" for text in (*put_together, *inside)]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_marked_text_is_put_together_or_inside_an_f_string(file: Path) -> None:
    assert hidden_texts(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        '_(f"{count} rows")',
        'say(f"window {number}")',
        'N_("rows" + more)',
        '_("{count} rows".format(count=3))',
        'FileError("too_few", f"Only {rows} rows.")',
        "f\"**{_('Data')}**\"",
        "f\"{say('window')} 3\"",
    ],
)
def test_hidden_texts_are_noticed(code: str) -> None:
    assert hidden_texts(code)


@pytest.mark.parametrize(
    "code", ['_("rows")', 'say("a " "b")', "_(recipe.title)", 'f"**{_(recipe.title)}**"', 'first, _, rest = "a:b"']
)
def test_plain_marks_are_not(code: str) -> None:
    assert hidden_texts(code) == []


def test_babel_finds_every_marked_text() -> None:
    found = {
        text.value
        for file in SOURCES
        for text in marked_texts(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    assert found == set(MARKED)
