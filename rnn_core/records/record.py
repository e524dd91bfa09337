"""A run or a series as one block of bytes in the safetensors format: a JSON document in its head, then the arrays.

The format holds nothing that could be run, and its reader checks every size before it takes memory.
"""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from safetensors import SafetensorError
from safetensors.numpy import load, save

from rnn_core.errors import RecordError
from rnn_core.records.document import from_document, to_document
from rnn_core.records.kinds import FORECAST, kind_of
from rnn_core.series import Receipt, Series

# Raised whenever older records can no longer be read as they are.
FORMAT = 1

_HEAD_LENGTH = 8  # bytes, a whole number: how long the head is


def pack_run(run: Any) -> bytes:
    """All of `run`, the result of any of KINDS."""
    return _pack(_head_of(run.spec.kind), *to_document(run))


def unpack_run(content: bytes, kind: str = FORECAST) -> Any:
    """The run of `kind` that `pack_run` packed.

    Raises:
        RecordError: the content is not that of such a run.
    """
    return _unpack(_head_of(kind), kind_of(kind).result, content)


def pack_data(data: Any) -> bytes:
    """All of what a run of any of KINDS was trained on."""
    return pack_series(data) if isinstance(data, Series) else _pack(type(data).__name__.lower(), *to_document(data))


def unpack_data(content: bytes, kind: str = FORECAST) -> Any:
    """What a run of `kind` was trained on, which `pack_data` packed.

    Raises:
        RecordError: the content is not that of such data.
    """
    data = kind_of(kind).data
    return unpack_series(content) if data is Series else _unpack(data.__name__.lower(), data, content)


def pack_series(series: Series) -> bytes:
    """All of `series`."""
    receipt, _none = to_document(series.receipt)
    head = {"name": series.name, "unit": series.unit, "columns": list(series.columns), "receipt": receipt}
    dates = series.dates.to_numpy("datetime64[us]").astype("int64")
    return _pack("series", head, {"dates": dates, "values": series.frame.to_numpy("float64")})


def unpack_series(content: bytes) -> Series:
    """The series that `pack_series` packed.

    Raises:
        RecordError: the content is not that of a series.
    """
    head, arrays = _open("series", content)
    try:
        frame = pd.DataFrame(
            np.ascontiguousarray(arrays["values"], "float64"),
            index=pd.DatetimeIndex(arrays["dates"].view("datetime64[us]"), name="date"),
            columns=[str(name) for name in head["columns"]],
        )
        receipt = from_document(Receipt, head["receipt"], {})
        return Series(str(head["name"]), frame, receipt, str(head["unit"]))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged("series") from error


def _pack(kind: str, document: Any, arrays: Mapping[str, npt.NDArray[Any]]) -> bytes:
    head = {"kind": kind, "format": str(FORMAT), "document": json.dumps(document, ensure_ascii=False, allow_nan=False)}
    return _in_order(save({name: np.ascontiguousarray(array) for name, array in arrays.items()}, metadata=head))


def _in_order(content: bytes) -> bytes:
    """The same record with the words of its head in order, which safetensors leaves to chance."""
    end = _HEAD_LENGTH + int.from_bytes(content[:_HEAD_LENGTH], "little")
    head = json.dumps(json.loads(content[_HEAD_LENGTH:end]), sort_keys=True, ensure_ascii=False).encode()
    head += b" " * (-len(head) % _HEAD_LENGTH)  # arrays begin at whole multiples of eight bytes
    return len(head).to_bytes(_HEAD_LENGTH, "little") + head + content[end:]


def _head_of(kind: str) -> str:
    """What the head of a run's record says; forecasts were there first."""
    return "run" if kind == FORECAST else f"{kind} run"


def _unpack(kind: str, value: type[Any], content: bytes) -> Any:
    document, arrays = _open(kind, content)
    try:
        return from_document(value, document, arrays)
    except (ValueError, RecursionError) as error:
        raise _damaged(kind) from error


def _open(kind: str, content: bytes) -> tuple[Any, dict[str, npt.NDArray[Any]]]:
    """The document and the arrays of a record of `kind`."""
    try:
        arrays = load(content)
        length = int.from_bytes(content[:_HEAD_LENGTH], "little")
        head = json.loads(content[_HEAD_LENGTH : _HEAD_LENGTH + length])["__metadata__"]
        if head["kind"] != kind:
            raise ValueError(f"This is the record of a {head['kind']}.")
        if int(head["format"]) > FORMAT:
            raise RecordError(
                "newer_record",
                "This was written by a newer RNN Lab (format {found}; this one reads up to {known}). "
                "Update RNN Lab, then open it again.",
                found=head["format"],
                known=str(FORMAT),
            )
        return json.loads(head["document"]), arrays
    except (SafetensorError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise _damaged(kind) from error


def _damaged(kind: str) -> RecordError:
    return RecordError("damaged_record", "The record of this {kind} is damaged and cannot be read.", kind=kind)
