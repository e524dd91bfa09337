"""Sparks: a line as small as a word, for cards; SVG, because a card needs no plotting library in the browser. Pure."""

import numpy as np

from rnn_core.figures.thin import Floats, thin_positions

_WIDTH, _HEIGHT, _POINTS = 300, 64, 200
# A grey that can be seen on white and on black.
_COLOUR = "#7C7F8E"


def spark_svg(values: Floats) -> str:
    """A picture of `values` as a line, 300 by 64, without axes; values that are no numbers are left out."""
    known = values[np.isfinite(values)]
    shown = known[thin_positions(known, most=_POINTS)]
    x = np.linspace(2, _WIDTH - 2, len(shown))
    y = _HEIGHT - 4 - (shown - shown.min()) / (np.ptp(shown) or 1.0) * (_HEIGHT - 8)
    points = " ".join(f"{across:.1f},{down:.1f}" for across, down in zip(x, y, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<polyline points="{points}" fill="none" stroke="{_COLOUR}" stroke-width="1.6" stroke-linejoin="round"/></svg>'
    )
