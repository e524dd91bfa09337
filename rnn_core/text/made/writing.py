"""`write_made` keeps what is made as files in data/text."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from rnn_core.text.made.chinese_reviews import reviews_zh
from rnn_core.text.made.chinese_tales import tales_zh
from rnn_core.text.made.english_reviews import reviews_en
from rnn_core.text.made.english_tales import tales_en
from rnn_core.text.made.reviewing import Review


def as_csv(reviews: list[Review]) -> str:
    """`reviews` as a table of the columns text and label."""
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([("text", "label"), *reviews])
    return table.getvalue()


MADE: dict[str, Callable[[], str]] = {
    "tales_en.txt": tales_en,
    "tales_zh.txt": tales_zh,
    "reviews_en.csv": lambda: as_csv(reviews_en()),
    "reviews_zh.csv": lambda: as_csv(reviews_zh()),
}


def write_made(folder: Path) -> None:
    """Write every file that is made into `folder`."""
    for name, make in MADE.items():
        (folder / name).write_text(make(), encoding="utf-8", newline="\n")
