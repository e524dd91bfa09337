"""What is asked of every run with text out of a bundle, whatever its kind. Pure.

Law: what follows from settings and data is made anew and held against what a run says. Believed is what only a training
can say: losses, weights, samples, what a network said of the test, and simple methods whose fits cost seconds. That the
network in the bundle says just that is not tried.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from rnn_core.errors import RecordError, SpecError
from rnn_core.export.as_bundle import as_bundle_error
from rnn_core.export.plain_words import are_versions
from rnn_core.export.refusals import not_following, other_series, strange_words
from rnn_core.export.text.history import is_history

# Sums may be taken in another order on another machine.
_CLOSE = 1e-9


def require_claims(run: Any, data: Any, folder: str, follows: Callable[[Any, Any], bool]) -> None:
    """Refuse `run` unless it is one of `data` and `follows` says yes, in the bundle's folder `folder`.

    Raises:
        BundleError: it is none, or it says what cannot be.
    """
    if not are_versions(run.versions):
        raise strange_words(folder)
    if run.key != run.spec.key(data):
        raise other_series(folder)
    try:
        with np.errstate(all="ignore"):
            whole = 0 <= run.seconds < math.inf and is_history(run.history, run.spec.epochs)
            follows_too = whole and follows(run, data)
    except (SpecError, RecordError) as error:
        raise as_bundle_error(error) from error
    except (ValueError, TypeError, IndexError) as error:
        # Arrays of other shapes than they should have do not go together.
        raise not_following(folder) from error
    if not follows_too:
        raise not_following(folder)


def close(found: Any, wanted: Any) -> bool:
    """Whether two numbers, or two arrays of one shape, are the same but for rounding; what is none equals what is none.

    >>> close(0.1 + 0.2, 0.3), close([1.0], [1.0, 2.0]), close(float("nan"), float("nan"))
    (True, False, True)
    """
    one, other = np.asarray(found, np.float64), np.asarray(wanted, np.float64)
    return one.shape == other.shape and np.allclose(one, other, rtol=_CLOSE, atol=_CLOSE, equal_nan=True)
