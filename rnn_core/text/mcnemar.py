"""Two who were asked the same: whether one is right more often, or whether that is luck. Pure."""

# Differences that chance alone would make less often than this are called real.
LIKELY_REAL = 0.05


def exact_mcnemar(one: int, other: int) -> float:
    """The two-sided p value that two err equally often, of the questions that only `one` or only the `other` got right.

    McNemar (1947), with the exact binomial distribution in place of its approximation: `min` of so many fair coins.

    >>> exact_mcnemar(1, 5), exact_mcnemar(0, 0)
    (0.21875, 1.0)
    """
    total, few = one + other, min(one, other)
    ways, summed = 1, 1
    for place in range(1, few + 1):
        ways = ways * (total - place + 1) // place
        summed += ways
    return min(1.0, 2 * summed / (1 << total))
