"""A frozen value as a JSON document and its arrays apart, and back. Pure.

Law: what comes back is what went in, or it is refused; nothing in a document is ever run.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_origin

import cattrs
import numpy as np
import numpy.typing as npt
from cattrs.gen import make_dict_structure_fn

from rnn_core.forecast.run import Ahead, Baseline, Forecasts, Frame, Layer, Run, SeriesFacts
from rnn_core.series.series import Receipt
from rnn_core.spec import Spec
from rnn_core.words import Amount, Percent, Sentence

Array = npt.NDArray[Any]

# In the place of an array or of bytes stands its number among the arrays, and what it was.
_NUMBER, _KIND = "array", "kind"
_BYTES = "bytes"
_DATES = re.compile(r"datetime64\[(D|s|us|ns)\]")


def to_document(value: Any) -> tuple[Any, dict[str, Array]]:
    """`value` as plain JSON values, and the arrays in it by the names that stand in their places."""
    arrays: dict[str, Array] = {}
    return _without_arrays(_CONVERTER.unstructure(value), arrays), arrays


def from_document(kind: type[Any], document: Any, arrays: Mapping[str, Array]) -> Any:
    """The value of `kind` that `to_document` took apart.

    Raises:
        ValueError: the document is not that of such a value.
    """
    try:
        return _CONVERTER.structure(_with_arrays(document, arrays), kind)
    except (cattrs.BaseValidationError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"This is no {kind.__name__}: {error}") from error


def _without_arrays(value: Any, arrays: dict[str, Array]) -> Any:
    match value:
        case dict():
            return {name: _without_arrays(inner, arrays) for name, inner in value.items()}
        case list() | tuple():
            return [_without_arrays(inner, arrays) for inner in value]
        case bytes():
            return _put(np.frombuffer(value, "uint8"), _BYTES, arrays)
        case np.ndarray():
            return _put(value, str(value.dtype), arrays)
    return value


def _put(array: Array, kind: str, arrays: dict[str, Array]) -> dict[str, str]:
    name = str(len(arrays))
    # Dates are whole numbers of their unit: the usual containers of arrays know no dates.
    arrays[name] = array.view("int64") if array.dtype.kind == "M" else array
    return {_NUMBER: name, _KIND: kind}


def _with_arrays(value: Any, arrays: Mapping[str, Array]) -> Any:
    match value:
        case {"array": str(name), "kind": "bytes"} if len(value) == 2:
            return arrays[name].tobytes()
        case {"array": str(name), "kind": str(kind)} if len(value) == 2:
            return arrays[name].view(kind) if _DATES.fullmatch(kind) else arrays[name]
        case dict():
            return {name: _with_arrays(inner, arrays) for name, inner in value.items()}
        case list():
            return [_with_arrays(inner, arrays) for inner in value]
    return value


def _converter() -> cattrs.Converter:
    made = cattrs.Converter(forbid_extra_keys=True)
    made.register_unstructure_hook_func(_is_array, lambda array: array)
    made.register_structure_hook_func(_is_array, _take_array)
    made.register_unstructure_hook(bytes, lambda content: content)
    made.register_structure_hook(bytes, lambda content, _: _take_bytes(content))
    made.register_unstructure_hook(np.datetime64, lambda moment: str(moment.astype("datetime64[s]")))
    made.register_structure_hook(np.datetime64, lambda text, _: np.datetime64(text, "s"))
    # JSON knows no number that is none; `float` reads these words again.
    made.register_unstructure_hook(float, lambda number: float(number) if np.isfinite(number) else str(float(number)))
    made.register_unstructure_hook_func(_is_spec, lambda spec: spec.model_dump(mode="json"))
    made.register_structure_hook_func(_is_spec, lambda fields, kind: kind.model_validate(fields))
    made.register_unstructure_hook(Sentence, _plain_sentence)
    made.register_structure_hook(Sentence, lambda parts, _: _read_sentence(parts))
    # A value that is referred to by its name in quotes is resolved where it stands.
    for kind in (Receipt, Ahead, Baseline, Forecasts, Frame, Layer, SeriesFacts, Run):
        made.register_structure_hook(kind, make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True))
    return made


def _is_array(kind: Any) -> bool:
    return kind is np.ndarray or get_origin(kind) is np.ndarray


def _is_spec(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Spec)


def _take_array(value: Any, kind: Any) -> Array:
    """`value` if it is an array of the numbers that `kind`, such as `NDArray[np.float64]`, asks for."""
    number = get_args(get_args(kind)[1])[0]
    if not isinstance(value, np.ndarray) or not np.issubdtype(value.dtype, number):
        raise TypeError(f"An array of {number.__name__} is missing.")
    return value


def _take_bytes(value: Any) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError("A file is missing.")
    return value


def _plain_sentence(sentence: Sentence) -> dict[str, Any]:
    values = {name: _plain(value) for name, value in sentence.values.items()}
    return {"code": sentence.code, "template": sentence.template, "values": values}


def _read_sentence(parts: Mapping[str, Any]) -> Sentence:
    values = {str(name): _read(value) for name, value in parts["values"].items()}
    return Sentence(str(parts["code"]), str(parts["template"]), values)


def _plain(value: Any) -> Any:
    """A value in a sentence; those that JSON does not know say what they are."""
    match value:
        case Amount():
            plain: Any = {"amount": _plain(value.value), "unit": value.unit}
        case Percent():
            plain = {"percent": _plain(value.share)}
        case date():
            plain = {"date": value.isoformat()}
        case np.generic():
            plain = _plain(value.item())
        case float() if not np.isfinite(value):
            plain = {"number": str(value)}
        case _:
            plain = value if isinstance(value, bool | int | float | str | None) else str(value)
    return plain


def _read(value: Any) -> Any:
    match value:
        case {"amount": amount, "unit": unit}:
            return Amount(float(_read(amount)), str(unit))
        case {"percent": share}:
            return Percent(float(_read(share)))
        case {"date": day}:
            return date.fromisoformat(str(day)[:10])
        case {"number": number}:
            return float(number)
        case None | bool() | int() | float() | str():
            return value
    raise ValueError("A sentence holds a value that is none.")


_CONVERTER = _converter()
