"""Store: every run in one database, so that it lasts. The only room that knows SQLAlchemy.

`RunStore` and `default_url` are loaded when they are first asked for: SQLAlchemy and alembic take half a second, for
which no first page should wait.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rnn_core.store.lines import Order, Query, RunLine, RunsPage, Stage, StoredRun
from rnn_core.store.names import is_short_for, run_name, short_name

if TYPE_CHECKING:
    from rnn_core.store.addresses import default_url
    from rnn_core.store.run_store import RunStore

__all__ = [
    "Order",
    "Query",
    "RunLine",
    "RunStore",
    "RunsPage",
    "Stage",
    "StoredRun",
    "default_url",
    "is_short_for",
    "run_name",
    "short_name",
]

_LATER = {"RunStore": "rnn_core.store.run_store", "default_url": "rnn_core.store.addresses"}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
