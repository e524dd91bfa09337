"""A column of day texts read as a whole: in one shape and one order of day, month and year. Pure.

The order is settled by the days themselves (a day above 12), else by the sequence of the rows (days that run in one
direction when read one way, and jump about when read the other), else by a custom (dots: the day first); where no more
than a custom settles it, the reading says so and the person is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.series.options import DateOrder
from rnn_core.series.reading.day_shapes import SHAPES, Order, Shape, bare_day, read_day

Days = npt.NDArray[np.datetime64]

# The share of texts that must be days; the rest are notes below a table.
READABLE_SHARE = 0.98
_SAMPLE, _SAMPLE_SHARE = 100, 0.6
_FIRST_PART: dict[str, DateOrder] = {"D": "day", "M": "month", "Y": "year"}
# So many days make it unlikely that they run in one direction by chance in a wrong reading.
_FEWEST_TO_JUDGE = 8
_ALMOST_A_CENTURY = 90 * 365  # days
_FULL_YEAR = re.compile(r"(?<!\d)(?:\d{4}|\d{8})(?!\d)")
_EVEN, _UNEVEN = 5.0, 100.0  # longest step over the usual one: of a calendar, and of one that is read wrongly


@dataclass(frozen=True)
class Reading:
    """Days of the distinct texts `(m,)`, NaT where unreadable; `share` of the rows readable.

    `order` says which part was taken to come first, empty where no other order was possible; `settled` by what:
    "days", "custom", "sequence", "person", or "" when nothing settles it.
    """

    days: Days
    share: float
    order: DateOrder = ""
    settled: str = "days"


def read_days(
    texts: Sequence[str], rows: npt.NDArray[np.intp], *, order: DateOrder = "", named: bool = False
) -> Reading:
    """The best reading of the distinct `texts` `(m,)`; `rows` `(n,)` names the text of each row, in their order.

    `order` is the person's own word on what comes first; `named` says that the column is called like dates.
    """
    best = Reading(np.full(len(texts), "NaT", "datetime64[D]"), 0.0)
    shapes = _fitting_shapes(texts, named=named)
    bare = [bare_day(text) for text in texts] if shapes else []
    counts = np.bincount(rows, minlength=len(texts))
    for shape in shapes:
        if shape.sign and not any(shape.sign.match(text) for text in bare):
            continue
        found = _read_shape(shape, bare, rows, counts, order)
        if found.share > best.share:
            best = found
        if best.share == 1.0:
            break
    return best


def _fitting_shapes(texts: Sequence[str], *, named: bool) -> list[Shape]:
    """The shapes that a sample of the texts has, so that columns of other things are left at once."""
    sample = [bare_day(text) for text in texts[:: max(1, len(texts) // _SAMPLE)]]
    fitting = {shape: sum(bool(shape.pattern.fullmatch(text)) for text in sample) for shape in SHAPES}
    return [shape for shape in SHAPES if fitting[shape] >= _SAMPLE_SHARE * len(sample) and (named or not shape.named)]


def _read_shape(
    shape: Shape, texts: Sequence[str], rows: npt.NDArray[np.intp], counts: npt.NDArray[np.intp], order: DateOrder
) -> Reading:
    allowed = [one for one in shape.orders if not order or _FIRST_PART[one[0]] == order] or list(shape.orders)
    every = {one: _in_one_direction(_days(shape, one, texts), texts, rows) for one in allowed}
    shares = {one: float(counts[~np.isnat(days)].sum() / max(1, counts.sum())) for one, days in every.items()}
    top = max(shares.values())
    open_ = [one for one in allowed if shares[one] == top]
    distinct = [one for i, one in enumerate(open_) if not any(_same(every[one], every[other]) for other in open_[:i])]
    chosen, settled = _settle(shape, distinct, every, rows)
    if len(shape.orders) == 1:
        return Reading(every[chosen], top)
    by_person = bool(order) and len(shape.orders) > len(allowed)
    if settled == "days" and any(_is_swapped(every[chosen][rows], every[one][rows]) for one in allowed):
        settled = ""
    return Reading(every[chosen], top, _FIRST_PART[chosen[0]], "person" if by_person else settled)


def _is_swapped(days: Days, others: Days) -> bool:
    """Whether the rows run in one direction only if the days that `others` can read are theirs.

    Spreadsheets do that: they take dates of another country for their own wherever the day is no more than 12.
    """
    return not _runs(days) and _runs(np.where(np.isnat(others), days, others))


def _in_one_direction(days: Days, texts: Sequence[str], rows: npt.NDArray[np.intp]) -> Days:
    """Days of years with two digits: those from 2000 on a century earlier, if the rows jump a century but for this."""
    ordered = days[rows]
    steps = np.abs(np.diff(ordered[~np.isnat(ordered)]).astype("int64"))
    if not len(steps) or steps.max() < _ALMOST_A_CENTURY or any(_FULL_YEAR.search(text) for text in texts):
        return days
    months = days.astype("datetime64[M]")
    earlier = (months - 1200).astype("datetime64[D]") + (days - months.astype("datetime64[D]"))
    shifted = np.where(days >= np.datetime64("2000-01-01"), earlier, days)
    return shifted if _is_monotonic(shifted[rows]) else days


def _settle(
    shape: Shape, orders: list[Order], every: dict[Order, Days], rows: npt.NDArray[np.intp]
) -> tuple[Order, str]:
    if len(orders) == 1:
        return orders[0], "days"
    running = [one for one in orders if _runs(every[one][rows])]
    if len(running) == 1:
        return running[0], "sequence"
    even = [one for one in running if _unevenness(every[one]) <= _EVEN]
    if len(even) == 1 and all(_unevenness(every[one]) >= _UNEVEN for one in running if one not in even):
        return even[0], "sequence"
    if shape.usual in orders:
        return shape.usual, "custom"
    return ("MDY" if "MDY" in orders else orders[0]), ""


def _days(shape: Shape, order: Order, texts: Sequence[str]) -> Days:
    return np.array([read_day(shape, order, text) for text in texts], "datetime64[D]")


def _same(a: Days, b: Days) -> bool:
    return bool(((a == b) | (np.isnat(a) & np.isnat(b))).all())


def _runs(days: Days) -> bool:
    """Whether the rows run in one direction of time, newest first or last."""
    return len(np.unique(days[~np.isnat(days)])) >= _FEWEST_TO_JUDGE and _is_monotonic(days)


def _is_monotonic(days: Days) -> bool:
    steps = np.diff(days[~np.isnat(days)].astype("int64"))
    return bool((steps >= 0).all() or (steps <= 0).all())


def _unevenness(days: Days) -> float:
    """The longest step between neighbouring days over the usual one."""
    steps = np.diff(np.unique(days[~np.isnat(days)]).astype("int64"))
    return float(steps.max() / np.median(steps)) if len(steps) else 1.0
