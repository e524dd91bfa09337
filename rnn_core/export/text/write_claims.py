"""What of a character model follows from its settings and its text: made anew, and held against what it says. Pure.

Letter frequencies are counted anew; what counting with longer contexts foresees is believed, as it takes seconds on a
long text.
"""

import math
from collections.abc import Iterator

from rnn_core.cells import CELLS
from rnn_core.export.text.claims import close, require_claims
from rnn_core.export.text.sources import require_source
from rnn_core.text.passage import Passage
from rnn_core.text.write.baselines import LONGEST_ORDER
from rnn_core.text.write.ngrams import Ngrams
from rnn_core.text.write.parts import Parts, part
from rnn_core.text.write.result import MOST_SAMPLES, PassageFacts, Written

# Samples are shorter.
_LONGEST_SAMPLE = 1_000


def require_honest(run: Written, passage: Passage, folder: str) -> None:
    """Refuse a run, in the bundle's `folder`, that cannot be one of `passage`.

    Raises:
        BundleError: it says what cannot be, or the text is not what it says it is.
    """
    require_claims(run, passage, folder, _follows)
    require_source(passage, folder)


def _follows(run: Written, passage: Passage) -> bool:
    parts = part(run.spec, passage)
    return (
        run.passage == PassageFacts.of(passage)
        and run.vocabulary == parts.vocabulary
        and (run.learnt, run.held_out) == (len(parts.learnt), len(parts.held_out))
        and close(run.unknown_share, parts.unknown_share)
        and _is_scored(run)
        and _is_counted(run, parts)
        and _are_samples(run)
        and [one.shape for one in run.weights] == list(_shapes(run))
    )


def _is_scored(run: Written) -> bool:
    """Whether the loss is that of the last epoch, where there was a whole one at the end."""
    last = run.history[-1].validation_loss if run.history and not run.stopped else None
    return not run.held_out_loss < 0 and (last is None or close(run.held_out_loss, last))


def _is_counted(run: Written, parts: Parts) -> bool:
    (frequencies,) = Ngrams.learn(parts.learnt, 0, len(parts.vocabulary)).bits(parts.held_out)
    return (
        [one.order for one in run.baselines] == list(range(LONGEST_ORDER + 1))
        and close(run.baselines[0].bits, frequencies)
        and all(0 <= one.bits < math.inf for one in run.baselines)
    )


def _are_samples(run: Written) -> bool:
    known = set(run.vocabulary.symbols)
    texts = [run.counted_sample, *(one.text for one in run.samples)]
    return (
        len(run.samples) <= MOST_SAMPLES
        and all(len(text) <= _LONGEST_SAMPLE and set(text) <= known for text in texts)
        and all(0 <= one.share <= 1 and 0 <= one.seconds < math.inf for one in run.samples)
    )


def _shapes(run: Written) -> Iterator[tuple[int, ...]]:
    """The shapes of all weights, in Keras' order."""
    spec, cell, symbols = run.spec, CELLS[run.spec.cell], len(run.vocabulary)
    wide = cell.gates * spec.units
    yield symbols, spec.embedding
    for width in (spec.embedding, *[spec.units] * (spec.layers - 1)):
        yield width, wide
        yield spec.units, wide
        yield (wide,) if cell.biases == 1 else (cell.biases, wide)
    yield spec.units, symbols
    yield (symbols,)
