"""Numbers as JSON can hold them: what is not finite is null. Pure."""

import math
from typing import Any

import numpy.typing as npt


def finite(value: float) -> float | None:
    """`value`, or None where there is no such number.

    >>> finite(0.5), finite(float("nan"))
    (0.5, None)
    """
    return value if math.isfinite(value) else None


def finite_rows(values: npt.NDArray[Any]) -> list[Any]:
    """An array of any shape as lists.

    >>> import numpy as np
    >>> finite_rows(np.array([[1.0, np.inf]]))
    [[1.0, None]]
    """
    if values.ndim > 1:
        return [finite_rows(row) for row in values]
    return [finite(value) for value in values.astype(float).tolist()]
