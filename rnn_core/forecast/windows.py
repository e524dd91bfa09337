"""Windows over rows, as views that copy nothing; and thinning for curves that travel. Pure."""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", bound=np.generic)

# A network is asked of so many windows at a time: it takes memory for all of them at once, and more only wait for that.
ASKED_AT_A_TIME = 128


def windows(rows: npt.NDArray[Number], window: int) -> npt.NDArray[Number]:
    """Every run of `window` consecutive rows: `(rows, features)` -> `(rows - window + 1, window, features)`, a view.

    Window `i` holds rows `i` to `i + window - 1`; what it should predict is row `i + window`.

    >>> windows(np.arange(4.0).reshape(4, 1), 2)[:, :, 0].tolist()
    [[0.0, 1.0], [1.0, 2.0], [2.0, 3.0]]
    """
    view = np.lib.stride_tricks.sliding_window_view(rows, window, axis=0)  # (n, features, window)
    return view.transpose(0, 2, 1)


def thin(count: int, most: int = 400) -> npt.NDArray[np.int64]:
    """At most `most` evenly spaced positions out of `count`, the first and the last among them.

    >>> thin(5, 3).tolist()
    [0, 2, 4]
    """
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype("int64"))
