"""Files of which the dates are known: every order of day, month and year, every mark between them, any sequence."""

from dataclasses import dataclass
from random import Random

import pandas as pd
from hypothesis import strategies as st

DATE_NAMES = ("Date", "Datum", "日期", "Fecha", "When")


@dataclass(frozen=True)
class KnownFile:
    """`content` holds the numbers `truth` under its dates, written in `order` ("dmy", "mdy" or "ymd")."""

    content: bytes
    truth: dict[pd.Timestamp, float]
    order: str


@dataclass(frozen=True)
class Style:
    """How dates and cells are written."""

    order: str
    mark: str
    short_year: bool
    padded: bool
    separator: str
    decimal: str
    name: str

    def date(self, day: pd.Timestamp) -> str:
        year = f"{day.year % 100:02d}" if self.short_year else str(day.year)
        width = 2 if self.padded else 1
        parts = {"d": f"{day.day:0{width}d}", "m": f"{day.month:0{width}d}", "y": year}
        return self.mark.join(parts[letter] for letter in self.order)

    def line(self, day: pd.Timestamp, value: float) -> str:
        numbers = [f"{value:.2f}", f"{value * 2:.2f}"]
        return self.separator.join([self.date(day), *(number.replace(".", self.decimal) for number in numbers)])


styles = st.builds(
    Style,
    order=st.sampled_from(("dmy", "mdy", "ymd")),
    mark=st.sampled_from(("-", "/", ".")),
    short_year=st.booleans(),
    padded=st.booleans(),
    separator=st.sampled_from((";", "\t", "|")),
    decimal=st.sampled_from((".", ",")),
    name=st.sampled_from(DATE_NAMES),
)

STEPS = ("B", "D", "W-MON", "W-FRI", "MS", "ME", "QS", "QE", "YS", "2D", "37D", "random")


@st.composite
def known_files(draw: st.DrawFn) -> KnownFile:
    """A clean file, or one whose mutations leave the dates alone."""
    random = Random(draw(st.integers(0, 2**32)))
    style = draw(styles)
    days = _days(draw(st.sampled_from(STEPS)), draw(st.integers(3, 60)), random)
    if draw(st.booleans()):
        early = [day for day in days if day.day <= 12]  # of these the order is hard to tell
        days = early if len(early) >= 3 else days
    truth = {day: round(random.uniform(1, 5000), 2) for day in days}
    lines = [style.line(day, value) for day, value in truth.items()]
    match draw(st.sampled_from(("ascending", "descending", "shuffled"))):
        case "descending":
            lines.reverse()
        case "shuffled":
            random.shuffle(lines)
    header = style.separator.join([style.name, "Rain", "Sun"])
    text = _harmless(header, lines, draw(st.sets(st.sampled_from(HARMLESS), max_size=3)), random)
    return KnownFile(text.encode(draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))), truth, style.order)


def _days(step: str, count: int, random: Random) -> list[pd.Timestamp]:
    """`count` days after one between 1951 and 2022, so that two digits name their year."""
    start = pd.Timestamp(1951, 1, 1) + pd.Timedelta(days=random.randrange(26_000))
    if step == "random":
        places = sorted(random.sample(range(6_000), count))
        early = min(start, pd.Timestamp(2009, 1, 1))
        return [early + pd.Timedelta(days=place) for place in places]
    days = pd.date_range(start, periods=count, freq=step)
    return [day for day in days if day.year < 2026]


HARMLESS = ("notes above", "note below", "duplicates", "mixed ends", "header again", "empty column", "blank cells")


def _harmless(header: str, lines: list[str], changes: set[str], random: Random) -> str:
    """The text after changes that a reader must put up with without losing a date."""
    separator = header[-4]
    if "duplicates" in changes:
        lines = [line for line in lines for _ in range(random.choice((1, 1, 2)))]
    if "blank cells" in changes:
        lines = [line.rpartition(separator)[0] + separator if random.random() < 0.2 else line for line in lines]
    if "header again" in changes:
        lines = [*lines[:-1], header, lines[-1]]
    lines = [header, *lines]
    if "empty column" in changes:
        lines = [line + separator for line in lines]
    if "notes above" in changes:
        lines = ["Weather of the day", "", *lines]
    if "note below" in changes:
        lines = [*lines, "", "Source: somebody"]
    ends = ("\n", "\r\n", "\r") if "mixed ends" in changes else ("\n",)
    return "".join(line + random.choice(ends) for line in lines)
