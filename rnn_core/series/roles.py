"""Which column plays which role (open, high, low, close, adjusted close, volume), by its name. Pure."""

from collections.abc import Iterable

# In the order of preference: "Price" is the close only where nothing is called so.
_NAMES = {
    "open": ("open", "开盘", "开盘价"),
    "high": ("high", "最高", "最高价"),
    "low": ("low", "最低", "最低价"),
    "close": ("close", "close/last", "收盘", "收盘价", "price"),
    "adjusted close": ("adj close", "adj. close", "adjusted close", "adj_close", "adjclose"),
    "volume": ("volume", "vol.", "vol", "成交量"),
}


def find_roles(columns: Iterable[str]) -> dict[str, str]:
    """Roles of `ROLES` mapped to the first column whose name, in any case, stands for it.

    >>> find_roles(["Date", "Price", "Vol."])
    {'close': 'Price', 'volume': 'Vol.'}
    """
    known: dict[str, str] = {}
    for column in columns:
        known.setdefault(column.strip(" <>").casefold(), column)
    matches = {role: next((known[name] for name in names if name in known), None) for role, names in _NAMES.items()}
    return {role: column for role, column in matches.items() if column is not None}
