"""Alignment: where a network looked for each letter that it wrote, as numbers. Pure NumPy.

An attention map has a row a letter of the answer and a column a letter of the question; each row sums to 1.
"""

import numpy as np
import numpy.typing as npt

from rnn_core.cells.through_time import Array


def strongest(attention: Array) -> npt.NDArray[np.int64]:
    """For each letter of the answer the place (from 0) of the input letter that has the largest share.

    >>> strongest(np.array([[0.1, 0.9], [0.6, 0.4]])).tolist()
    [1, 0]
    """
    found: npt.NDArray[np.int64] = attention.argmax(axis=1)
    return found


def mirrored_share(attention: Array) -> float:
    """The share (0 to 1) of letters that were looked for at the mirrored place: 1 is a perfect anti-diagonal.

    `nan` where nothing was written.

    >>> mirrored_share(np.eye(3)[::-1]), round(mirrored_share(np.eye(3)), 2)
    (1.0, 0.33)
    """
    if not len(attention):
        return float("nan")
    mirrored = attention.shape[1] - 1 - np.arange(len(attention))
    return float(np.mean(strongest(attention) == mirrored))
