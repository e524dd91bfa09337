"""What a database says when it fails, as a sentence for a person."""

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from rnn_core.errors import StoreError
from rnn_core.words import N_

_BUSY = (
    "database_busy",
    N_(
        "Another program keeps the database of runs at {place} locked. Close that program or wait a moment, "
        "then try again."
    ),
)
_FULL = (
    "disk_full",
    N_("The disk that holds the database of runs at {place} is full. Free some space, then try again."),
)
_FORBIDDEN = (
    "database_forbidden",
    N_(
        "RNN Lab may not open or write the database of runs at {place}. Allow it to, or set RNN_LAB_DATABASE_URL to "
        "another place."
    ),
)
_NO_DATABASE = (
    "no_database",
    N_(
        "The file {place} is not a database of runs, or it is damaged. Move it away, or set RNN_LAB_DATABASE_URL to "
        "another place."
    ),
)
_UNREACHABLE = (
    "database_unreachable",
    N_(
        "The database of runs at {place} does not answer: {reason}. Start it, or set RNN_LAB_DATABASE_URL to "
        "another place."
    ),
)
_OTHER = (
    "database_failed",
    N_("The database of runs at {place} failed: {reason}. Try again, or set RNN_LAB_DATABASE_URL to another place."),
)

# By the beginning of SQLite's name of an error, or of PostgreSQL's five signs.
_BY_SIGN = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _FORBIDDEN,
    "SQLITE_CANTOPEN": _FORBIDDEN,
    "SQLITE_PERM": _FORBIDDEN,
    "SQLITE_NOTADB": _NO_DATABASE,
    "SQLITE_CORRUPT": _NO_DATABASE,
    "08": _UNREACHABLE,
    "25006": _FORBIDDEN,
    "28": _FORBIDDEN,
    "3D": _UNREACHABLE,
    "40": _BUSY,
    "42501": _FORBIDDEN,
    "531": _FULL,
    "53": _UNREACHABLE,
    "55P03": _BUSY,
    "57014": _BUSY,  # a statement that took too long
    "57P": _UNREACHABLE,
}

# PostgreSQL ends one of two transactions that wait for each other; done again, it goes through.
_IN_THE_WAY = ("40P01", "40001")


def refusal(error: SQLAlchemyError, place: str) -> StoreError:
    """What `error` of the database at `place` means to a person."""
    sign = _sign(error)
    known = next((known for beginning, known in _BY_SIGN.items() if sign.startswith(beginning)), _OTHER)
    if not sign and isinstance(error, OperationalError):  # no server, so none that could give a sign
        known = _UNREACHABLE
    code, template = known
    return StoreError(code, template, place=place, reason=_reason(error))


def was_in_the_way(error: SQLAlchemyError) -> bool:
    """Whether the same transaction may go through when it is tried again."""
    return _sign(error) in _IN_THE_WAY


def _sign(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else None
    return str(getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or "")


def _reason(error: SQLAlchemyError) -> str:
    """The first line of what the database said, without the statement and its values."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return (str(cause).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
