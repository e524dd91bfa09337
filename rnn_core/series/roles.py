"""Which column plays which role (open, high, low, close, adjusted close, volume), by its name. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rnn_core.series.column_names import EVERYDAY_NAMES, ROLE_NAMES, plain_name

# Words beside a role's name that change nothing.
_NEUTRAL = frozenset(
    (
        *("price", "prices", "preis", "kurs", "cours", "prix", "precio", "preco", "prezzo", "cena", "value", "stock"),
        *("share", "daily", "day", "the", "of", "de", "do", "da", "di", "in", "last"),
        *("usd", "eur", "gbp", "jpy", "cny", "inr", "brl", "pln", "krw", "twd", "usdt", "btc", "eth"),
    )
)
# Words that make another thing of it: "prev. close", "open interest".
_OTHER_THINGS = frozenset(
    ("adj", "adjusted", "adjustment", "interest", "int", "time", "date", "prev", "previous", "chg", "change")
)
_PRICES = 3
_REPEATED = 3  # a word in so many names is no part of any: the ticker in "AAPL.Open", "AAPL.High", ...


def find_roles(columns: Iterable[str], is_used: Callable[[str], bool] = lambda _: True) -> dict[str, str]:
    """Roles mapped to the column that plays each; of several, one in which something stands (`is_used`) is preferred.

    >>> find_roles(["Date", "Price", "Vol."])
    {'close': 'Price', 'volume': 'Vol.'}
    >>> find_roles(["AAPL.Open", "AAPL.High", "AAPL.Low", "AAPL.Close", "Prev. Close"])
    {'open': 'AAPL.Open', 'high': 'AAPL.High', 'low': 'AAPL.Low', 'close': 'AAPL.Close'}
    """
    names = list(dict.fromkeys(columns))
    exact = {name: plain_name(name) for name in reversed(names)}
    repeated = _repeated([plain.split() for plain in exact.values()])
    shorter = {name: _without(plain, repeated) for name, plain in exact.items()}
    bare = {name: _without(plain, repeated | _NEUTRAL) for name, plain in exact.items()}
    found: dict[str, str] = {}
    for role, known in ROLE_NAMES.items():
        candidates = [*_matching(exact, known), *_matching(shorter, known), *_matching(bare, known)]
        if role == "volume":
            candidates += [name for name in names if exact[name].startswith("volume ")]
        free = [name for name in dict.fromkeys(candidates) if name not in found.values()]
        if free:
            found[role] = next((name for name in free if is_used(name)), free[0])
    return _sure(found, exact)


def _sure(found: dict[str, str], plain: dict[str, str]) -> dict[str, str]:
    """Roles of everyday words (max, start, c) count only beside a certain close, or at least two other prices."""
    prices = sum(role in found for role in ("open", "high", "low", "close"))
    close = found.get("close")
    sure = prices >= _PRICES or (close is not None and plain[close] not in EVERYDAY_NAMES)
    return {role: name for role, name in found.items() if sure or plain[name] not in EVERYDAY_NAMES}


def _matching(plain: dict[str, str], known: Sequence[str]) -> list[str]:
    """The columns with one of the `known` names, in the order of these."""
    by_name: dict[str, str] = {}
    for name, text in plain.items():
        by_name[text] = name  # names come last first, so that the first of equals stays
    return [by_name[name] for name in known if name in by_name]


def _without(plain: str, words: frozenset[str]) -> str:
    tokens = plain.split()
    if _OTHER_THINGS & set(tokens) - words:
        return plain
    return " ".join(token for token in tokens if token not in words) or plain


def _repeated(names: list[list[str]]) -> frozenset[str]:
    counts = Counter(token for tokens in names for token in set(tokens))
    most = {token for token, count in counts.items() if count >= _REPEATED}
    return frozenset(most - _NEUTRAL - _OTHER_THINGS)
