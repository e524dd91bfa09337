"""Store: every run in one database, so that it lasts. The only room that knows SQLAlchemy."""

from rnn_core.store.addresses import default_url
from rnn_core.store.lines import Order, Query, RunLine, RunsPage, Stage, StoredRun
from rnn_core.store.names import is_short_for, run_name, short_name
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
