"""Questions that are kept back, for the test and for following a training, and their answers. Pure.

Law: those of a task, and of the longest strings where that is chosen, are the same for every network and seed, so that
any two can be compared. No question comes twice, and none of the test is asked before the training is over.
"""

import numpy as np

from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.task import Part, Texts

TESTS, TESTS_A_LENGTH = 500, 100
# Questions that are asked after each epoch: enough to see it rise, and soon answered.
FOLLOWED = 200
# Draws for the test, for each length of string, and for following.
_TEST, _LENGTHS, _FOLLOWED = range(3)

Asked = tuple[Texts, Texts]
"""Questions and their answers."""


def for_test(spec: RewriteSpec) -> Asked:
    """The questions of the test: `TESTS`, or fewer where strings are so short that there are no more."""
    return _distinct(spec, [_TEST], TESTS, "tested", longest=spec.longest)


def of_length(spec: RewriteSpec, length: int) -> Asked:
    """Strings of one `length` for the test: `TESTS_A_LENGTH`; of very short ones there are fewer."""
    return _distinct(spec, [_LENGTHS, length], TESTS_A_LENGTH, "tested", shortest=length, longest=length)


def for_following(spec: RewriteSpec) -> Asked:
    """The questions that are asked while a network learns: `FOLLOWED` or fewer, none of them of the test."""
    return _distinct(spec, [_FOLLOWED], FOLLOWED, "followed", longest=spec.longest)


def _distinct(spec: RewriteSpec, seed: list[int], most: int, part: Part, **lengths: int) -> Asked:
    """Up to `most` different questions; as many more draws that bring none say that there are hardly any more."""
    rng = np.random.default_rng(seed)
    found: dict[str, str] = {}
    while len(found) < most:
        known = len(found)
        found |= zip(*spec.what.draw(rng, most, part=part, **lengths), strict=True)
        if len(found) == known:
            break
    return tuple(found)[:most], tuple(found.values())[:most]
