"""The pictures of mistakes: the cheated and the honest line beside the real one, and what they say in words. Pure."""

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, NAIVE, PART_COLOURS, Look, Say, Theme, real_look
from rnn_core.figures.thin import Floats
from rnn_core.lessons.pitfalls import Demonstration, Line, Picture, Score
from rnn_core.words import N_, Amount, Sentence, show

HEIGHT = 380

# What the cheat has seen is the test part, what the honest forecast has seen is the training part: their colours.
_CHEATED = Look(PART_COLOURS["test"], dash="dot", symbol="x")
_HONEST = Look(PART_COLOURS["training"])
_DOTS: dict[str, object] = {"mode": "markers", "marker": {"symbol": "x", "size": 5, "color": _CHEATED.colour}}


def pitfall_figure(
    picture: Picture, unit: str, *, revision: str = "pitfall", theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """The lines of `picture`, heights in `unit`; a person's zoom stays for as long as `revision` does."""
    figure = blank(theme, height=HEIGHT, revision=revision)
    heights = np.concatenate([line.y for line in picture.lines])
    hover = plain(f"%{{y:{hover_format(heights)}}} {unit}")
    for line in picture.lines:
        x = line.x if picture.across else _days(line)
        figure.add_scatter(x=x, y=line.y, name=say(line.name), hovertemplate=hover, **_drawn(line, theme))
    for level in picture.levels:
        figure.add_hline(y=level, line={"color": theme.muted, "dash": "dot", "width": 1}, layer="below")
    if picture.at is not None:
        figure.add_vline(x=picture.at, line={"color": theme.muted, "dash": "dot", "width": 1}, layer="below")
    across = axis(theme, say(picture.across), showgrid=False) if picture.across else _dates(picture, theme)
    up = axis(theme, titled(say(picture.up), unit), range=_range(np.append(heights, picture.levels)))
    figure.update_layout(hovermode="x unified", showlegend=True, xaxis=across, yaxis=up)
    return figure


def pitfall_alt(demonstration: Demonstration, say: Say = str) -> Sentence:
    """The picture in words: its lines and the two scores."""
    cheated, honest = demonstration.scores
    return Sentence(
        "alt_pitfall",
        N_("Chart of these lines: {lines}. {cheated}; {honest}."),
        {
            "lines": ", ".join(say(line.name) for line in demonstration.picture.lines),
            "cheated": _told(cheated, say),
            "honest": _told(honest, say),
        },
    )


def _told(score: Score, say: Say) -> str:
    value = str(score.value) if isinstance(score.value, Amount) else show(score.value)
    return f"{say(score.label)} {value}"


def _drawn(line: Line, theme: Theme) -> dict[str, object]:
    if line.look == "dots":
        return _DOTS
    looks = {"real": real_look(theme), "naive": NAIVE, "honest": _HONEST, "cheated": _CHEATED}
    return looks[line.role].drawn()


def _dates(picture: Picture, theme: Theme) -> dict[str, object]:
    return date_axis(theme, _days(picture.lines[0])[:1])


def _days(line: Line) -> npt.NDArray[np.str_]:
    return date_texts(np.asarray(line.x, "datetime64[us]"))


def _range(heights: Floats) -> list[float] | None:
    known = heights[np.isfinite(heights)]
    if not known.size:
        return None
    room = 0.05 * (float(np.ptp(known)) or abs(float(known[0])) or 1.0)
    return [float(known.min()) - room, float(known.max()) + room]
