"""Inside: a finished run whose network goes over its test windows once more and can be watched. Pure: no Keras.

The network counts in single precision, as it was trained and tested. Places count the rows of the test part from 0.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.cells import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array
from rnn_core.errors import RecordError
from rnn_core.forecast.inside.network import Network, Walked, network_of
from rnn_core.forecast.inside.slopes import slopes_of
from rnn_core.forecast.run import Dates, Floats, Run
from rnn_core.forecast.scaling import Scaled, Singles, known_before, scale
from rnn_core.forecast.split import Parts, split
from rnn_core.forecast.windows import thin, windows
from rnn_core.series import Series

Places = npt.NDArray[np.int64] | Sequence[int]

# Numbers that a layer keeps of the windows that go through at once: 8 MB in single precision. The next windows use the
# same memory again; fresh memory costs more than the arithmetic.
_MOST_NUMBERS = 2_000_000
# A network is believed to be that of the run if what it says of most of so many rows is what the run says ...
_ROWS_TRIED = 40
# ... to a hundredth of what the network adds to the last value, as far as single precision reaches. A window in which
# next to nothing moves may come out otherwise where each is scaled by itself: rounding decides there.
_CLOSE, _ROUNDING, _SHARE_CLOSE = 1e-2, 1e-5, 0.9
# Multiplications for one look at a whole test part: about a tenth of a second on one core.
_MOST_WORK, _MOST_LOOKED_AT, _LEAST_LOOKED_AT = 750_000_000, 400, 40


@dataclass(frozen=True)
class Inside:
    """A run with all that its network needs to go over its test rows again: make one with `Inside.of`."""

    run: Run
    network: Network
    parts: Parts
    scaled: Scaled

    @classmethod
    def of(cls, run: Run, series: Series) -> "Inside":
        """The inside of `run`, which was trained on `series`.

        Raises:
            RecordError: the run has learnt nothing or has no weights, is one of another series, or its weights do not
                say what it predicted.
            SpecError: the settings of the run do not fit the series.
        """
        _require_learnt(run)
        parts = split(run.spec, series)
        dates = parts.dates[parts.test_rows].to_numpy("datetime64[s]")
        if not np.array_equal(dates, run.dates):
            raise RecordError(
                "other_test_rows",
                "This network was tested on other rows than those of this series, so nobody can look inside it here. "
                "Open it with the series that it was trained on.",
            )
        network = network_of(run.spec, len(parts.features), run.weights)
        inside = cls(run, network, parts, scale(parts, run.spec))
        _require_agreement(inside)
        return inside

    @property
    def rows(self) -> npt.NDArray[np.int64]:
        """The test rows, `(n,)`, as `parts` counts them."""
        return self.parts.test_rows

    @property
    def dates(self) -> Dates:
        """The dates of the test rows, `(n,)`: the days that were to be predicted."""
        return self.run.dates

    def windows(self, places: Places) -> Singles:
        """What the network was given before each of `places`: `(k, window, features)`, scaled.

        Where each window is scaled by itself, these are the values as they are, which the network scales first: what
        its recurrent layers read is `read`.
        """
        starts = self.rows[np.asarray(places)] - self.parts.window
        found: Singles = windows(self.scaled.inputs, self.parts.window)[starts]
        return found

    def read(self, places: Places) -> Array:
        """What the first recurrent layer reads before each of `places`, `(k, window, features)`."""
        return self.network.read(self.windows(places))

    def window_dates(self, place: int) -> Dates:
        """The dates of the rows that were read before `place`, `(window,)`."""
        found: Dates = self.parts.dates[self._window(place)].to_numpy("datetime64[s]")
        return found

    def window_values(self, place: int) -> Floats:
        """The target of the rows that were read before `place`, `(window,)`, in the series' unit."""
        return self.parts.target[self._window(place)]

    def _window(self, place: int) -> slice:
        row = int(self.rows[place])
        return slice(row - self.parts.window, row)

    def looked_at(self) -> npt.NDArray[np.int64]:
        """Evenly spaced places to look at: all, or at most 400, and fewer of a large network, to be quick."""
        work = sum(array.size for array in self.run.weights) * self.parts.window
        return thin(len(self.rows), int(np.clip(_MOST_WORK // work, _LEAST_LOOKED_AT, _MOST_LOOKED_AT)))

    def walks(self, places: Places) -> Iterator[tuple[npt.NDArray[np.int64], Walked]]:
        """`places` on their way through the network, as many at once as the memory should hold."""
        spec, every = self.run.spec, np.asarray(places, "int64")
        numbers = spec.window * spec.units * (CELLS[spec.cell].gates + 2) * spec.layers * (1 + spec.bidirectional)
        at_once = max(1, _MOST_NUMBERS // numbers)
        for start in range(0, len(every), at_once):
            some = every[start : start + at_once]
            yield some, self.network.forward(self.windows(some))

    def predict(self, places: Places) -> Floats:
        """The predictions of `places`, `(k,)`, in the series' unit: those of the run, but for rounding."""
        said = [self._in_unit(some, walked) for some, walked in self.walks(places)]
        return np.concatenate([*said, np.empty(0)])

    def _in_unit(self, places: npt.NDArray[np.int64], walked: Walked) -> Floats:
        terms = self.scaled.terms
        known = known_before(self.parts, self.rows[places], own_size=terms.by_window)
        return terms.in_unit(walked.output, known)[:, 0]

    def walk(self, place: int) -> list[dict[str, Array]]:
        """What was in the cells on the way to the prediction of `place`: one set of named quantities, each `(window,
        units)`, a recurrent layer and direction, in their order.

        The direction that reads from the end is given in its own reading order: its first row is the newest day.
        """
        walked = self.network.forward(self.windows([place]))
        found = []
        for layer, passed in self.network.passed(walked):
            for one in passed:
                quantities = LOOPS[layer.cell].quantities(one)
                found.append({name: values[:, 0] for name, values in quantities.items()})
        return found

    def saliency(self, places: Places) -> Floats:
        """How far the (first) prediction of each place would move with each scaled input: `(k, window, features)`.

        The derivative in the series' unit, by the way back through the network. Held fixed is what stands outside
        the network, see `slopes`: of a network that predicts a change, the value that the change is applied to.
        """
        found = [self.moved(some, walked) for some, walked in self.walks(places)]
        return np.concatenate([*found, np.empty((0, self.parts.window, len(self.parts.features)))])

    def pull(self, places: Places) -> Floats:
        """The same for one more of each feature as a person knows it, not scaled: `(k, window, features)`.

        Of the target itself: by how much of its unit the prediction moves for one of its unit.
        """
        return self.saliency(places) * self.stretch()

    def stretch(self) -> Floats:
        """How far each scaled feature moves with one more of it, `(features,)`."""
        learnt = self.parts.inputs[self.parts.fit_rows.start : self.parts.fit_rows.stop]
        ends = np.stack([learnt.min(axis=0), learnt.max(axis=0)])
        # Scalers stretch and shift; two points far apart tell by how much.
        low, high = self.scaled.scale_inputs(ends).astype("float64")
        stretch: Floats = (high - low) / (ends[1] - ends[0])
        return stretch

    def moved(self, places: npt.NDArray[np.int64], walked: Walked) -> Floats:
        """The saliency of `places` on their way, see `walks`."""
        terms = self.scaled.terms
        known = known_before(self.parts, self.rows[places], own_size=terms.by_window)
        d_output = np.zeros_like(walked.output)
        d_output[:, 0] = 1
        d_windows = self.network.backward(walked, d_output).astype("float64")
        slopes = slopes_of(terms, self.run.spec.predict, walked.output, known)
        found: Floats = d_windows * slopes[:, None, None]
        return found


def _require_learnt(run: Run) -> None:
    if not run.history:
        raise RecordError(
            "nothing_learnt",
            "This network was stopped before its first epoch ended, so it has learnt nothing that could be looked at. "
            "Train it again.",
        )


def _require_agreement(inside: Inside) -> None:
    """What the run says it predicted, its weights must say too."""
    run, tried = inside.run, thin(len(inside.rows), _ROWS_TRIED)
    with np.errstate(all="ignore"):
        added = np.sqrt(np.mean((run.predicted - run.naive)[tried] ** 2))
        room = np.fmax(_CLOSE * added, _ROUNDING * np.ptp(run.actual))
        near = np.abs(inside.predict(tried) - run.predicted[tried]) <= room
    if near.mean() < _SHARE_CLOSE:
        raise RecordError(
            "other_predictions",
            "The weights that were kept do not lead to the predictions of this run, so what they show would be that "
            "of another network. Train it again.",
        )
