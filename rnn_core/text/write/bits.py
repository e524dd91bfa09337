"""How well something foresees characters: nats, bits and perplexity. Pure.

A loss is the mean cross entropy in nats; a person is told bits, the length of the best code for a character (Shannon
1951), or perplexity, among how many equally likely characters one would be as unsure.
"""

import math


def bits_of(nats: float) -> float:
    """Bits per character of a loss in nats per character.

    >>> bits_of(math.log(8))
    3.0
    """
    return nats / math.log(2)


def perplexity_of(bits: float) -> float:
    """Perplexity of so many bits per character; infinite where no number can hold it.

    >>> perplexity_of(3.0)
    8.0
    """
    return math.inf if bits >= 1000 else 2.0**bits
