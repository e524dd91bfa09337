"""What came of character models, in sentences. Pure."""

import math
from collections.abc import Sequence

from rnn_core.text.write.result import Counted, Written
from rnn_core.words import Sentence

# Bits by which one must be ahead for it to be said: less is a matter of which text was kept back. Characters differ by
# some two bits in how much they surprise; two standard errors of the mean of so many are hardly chance.
_LEAST, _SPREAD = 0.02, 2.0


def findings(runs: Sequence[Written]) -> tuple[Sentence, ...]:
    """The best network first, then whether it knows more than counting does."""
    whole = [run for run in runs if run.history and not run.lost]
    if not whole:
        return (Sentence("wrote_nothing", "No network has learnt anything that could be judged."),)
    best = min(whole, key=lambda run: run.held_out_bits)
    return (_best(best), _against(best, min(best.baselines, key=lambda one: one.bits)))


def _best(run: Written) -> Sentence:
    return Sentence(
        "writes_best",
        "{cell} needs {bits} bits for each character of text that it has never read: it hesitates as if between "
        "{choices} equally likely ones.",
        {"cell": run.spec.cell, "bits": run.held_out_bits, "choices": run.perplexity},
    )


def _against(run: Written, counted: Counted) -> Sentence:
    values = {"order": counted.order, "bits": counted.bits, "cell": run.spec.cell}
    clear = max(_LEAST, 2 * _SPREAD / math.sqrt(run.held_out))
    if run.held_out_bits < counted.bits - clear:
        return Sentence(
            "ahead_of_counting",
            "A table of what followed each {order} characters needs {bits}: {cell} foresees better.",
            values,
        )
    if run.held_out_bits > counted.bits + clear:
        return Sentence(
            "behind_counting",
            "A table of what followed each {order} characters needs only {bits}: nobody needs {cell} for that yet.",
            values,
        )
    return Sentence(
        "as_good_as_counting",
        "A table of what followed each {order} characters needs {bits}, which is as good.",
        values,
    )
