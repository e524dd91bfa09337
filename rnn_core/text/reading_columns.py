"""Which columns of a table hold the texts and the labels: by their names, or by their shape. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, dropwhile

from rnn_core.series.column_names import plain_name
from rnn_core.series.reading.layout import MOST_COLUMNS
from rnn_core.text.reading_rows import Row, no_table

Pair = tuple[str, str]

# In plain form and in the order of preference.
TEXT_NAMES = (
    *("text", "texts", "review", "reviews", "sentence", "comment", "comments", "content", "message", "tweet", "post"),
    *("body", "document", "utterance", "description", "phrase", "headline", "title", "texto", "texte", "satz", "текст"),
    *(
        "文本",
        "内容",
        "评论",
        "评论内容",
        "句子",
        "正文",
        "评价",
        "评价内容",
        "留言",
        "文字",
        "短信",
        "標題",
        "内文",
        "內容",
        "評論",
    ),
)
LABEL_NAMES = (
    *("label", "labels", "sentiment", "class", "category", "target", "polarity", "emotion", "rating", "stars", "score"),
    *("topic", "intent", "tag", "y", "etiqueta", "klasse", "classe", "категория"),
    *("标签", "情感", "类别", "分类", "标注", "情绪", "情感倾向", "评分", "星级", "類別", "標籤"),
)


@dataclass(frozen=True)
class _Columns:
    """The places of the texts and the labels in a row; None where they are not known yet."""

    text: int | None
    label: int | None


def find_pairs(rows: Sequence[Row], separator: str) -> list[Pair]:
    """Text and label of every row below the names; what is missing, or stands in a row of another width, is empty.

    >>> find_pairs([["1", "good"], ["0", "bad"], ["1", "fine", "really"]], ",")
    [('good', '1'), ('bad', '0'), ('fine, really', '1')]

    Raises:
        FileError: `no_table_of_texts`.
    """
    filled = list(dropwhile(lambda row: len(row) < 2, rows))
    if len(filled) < 2:
        raise no_table()
    named = _by_name([plain_name(cell) for cell in filled[0][:MOST_COLUMNS]])
    known = named != _Columns(None, None)
    width = len(filled[0]) if known else _usual_width(filled)
    if width > MOST_COLUMNS:
        raise no_table()
    even = [row for row in filled[1:] if len(row) == width]
    text, label = _by_shape(named, even, width)
    first, *below = [_pair(row, width, text, label, separator) for row in filled]
    headed = known or first[1].casefold() not in {said.casefold() for _, said in below}
    return below if headed else [first, *below]


def _by_name(names: Sequence[str]) -> _Columns:
    text, label = _place(names, TEXT_NAMES), _place(names, LABEL_NAMES)
    return _Columns(text, None if label == text else label)


def _place(names: Sequence[str], known: Sequence[str]) -> int | None:
    """Where the column with the most preferred name is; a name may have other words beside it."""
    exact = (names.index(name) for name in known if name in names)
    within = (i for name in known for i, words in enumerate(names) if name in words.split())
    return next(chain(exact, within), None)


def _by_shape(named: _Columns, rows: Sequence[Row], width: int) -> tuple[int, int]:
    """Texts are long and labels repeat: the longest column, and the one with the fewest values that are not all one."""
    if not rows:
        raise no_table()
    columns = list(zip(*rows, strict=True))
    longest = max((i for i in range(width) if i != named.label), key=lambda i: sum(map(len, columns[i])))
    text = longest if named.text is None else named.text
    others = [i for i in range(width) if i != text]
    kinds = {i: len(set(columns[i])) for i in others}
    label = min(others, key=lambda i: (kinds[i] < 2, kinds[i])) if named.label is None else named.label
    return text, label


def _usual_width(rows: Sequence[Row]) -> int:
    """The most usual number of cells, of at least two."""
    return Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0][0]


def _pair(row: Row, width: int, text: int, label: int, separator: str) -> Pair:
    """Text and label of one row; of two columns the text takes what its own commas cut off."""
    if len(row) == width:
        return row[text], row[label]
    if len(row) < width or width > 2:
        return "", ""
    between = separator if separator.isspace() or not separator.isascii() else f"{separator} "
    if label == 0:
        return between.join(map(str.strip, row[1:])), row[0]
    return between.join(map(str.strip, row[:-1])), row[-1]
