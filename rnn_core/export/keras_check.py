"""What a `.keras` file from a stranger may be: a network as RNN Lab builds them, and nothing else. Imports no Keras.

Law: the file is looked at and never loaded; of its three parts the weights are not even opened.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic_core import from_json

from rnn_core.errors import BundleError
from rnn_core.export.safe_zip import MB, Limits, SafeZip

_CONFIG, _METADATA, _WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
_LIMITS = Limits(size=50 * MB, unpacked=100 * MB, entries=3)
_MOST_WORDS = 1 * MB
_HDF5 = b"\x89HDF\r\n\x1a\n"

_FUNCTIONAL = ("keras.src.models.functional", "Functional", "Functional")
_LAYERS = (
    *("AdditiveAttention", "Bidirectional", "Concatenate", "Dense", "Dot", "Dropout", "Embedding", "Flatten", "GRU"),
    *("InputLayer", "LSTM", "LayerNormalization", "SimpleRNN", "Softmax"),
)
# Module, class and registered name of all that the networks of rnn_core (`network.py` of each kind of work) are made
# of: layers, the arithmetic between them, and what those are made of.
_KNOWN = {
    _FUNCTIONAL,
    (None, "__keras_tensor__", None),
    ("keras", "DTypePolicy", None),
    *(("keras.layers", name, None) for name in _LAYERS),
    *(("keras.src.ops.numpy", name, name) for name in ("ExpandDims", "Multiply", "NotEqual", "Sum")),
    *(("keras.initializers", name, None) for name in ("GlorotUniform", "Ones", "Orthogonal", "RandomUniform", "Zeros")),
    ("keras.regularizers", "L2", None),
}
_MARKS = ("module", "class_name", "registered_name")
# What Keras may be told by name instead of by class.
_NAMED = {"activation": {"linear", "softmax", "tanh"}, "recurrent_activation": {"sigmoid"}}
# Twice the units of the largest cell, read in two directions; as many symbols as the largest vocabulary may have, and
# some, which is what the layers at the two ends of a network with text may count.
_MOST_UNITS, _MOST_SYMBOLS = 1024, 12_000
_MOST = {"Embedding": _MOST_SYMBOLS, "Dense": _MOST_SYMBOLS}
_SIZES = ("units", "input_dim", "output_dim")


def check_keras(content: bytes, kinds: tuple[str, ...]) -> None:
    """Refuse `content` unless it is the `.keras` file of a network that has just so many layers of each of `kinds`.

    Their order is not asked for: Keras has one of its own for networks with branches.

    Raises:
        BundleError: it holds more, or other things, than RNN Lab puts there.
    """
    try:
        archive = SafeZip(content, _LIMITS)
        if archive.names != {_CONFIG, _METADATA, _WEIGHTS}:
            raise ValueError("A .keras file has three parts.")
        config, metadata = (_words(archive.read(name)) for name in (_CONFIG, _METADATA))
        if not (_is_metadata(metadata) and archive.read(_WEIGHTS).startswith(_HDF5)):
            raise ValueError("It was not written by Keras.")
        if not all(_is_known(part) for part in _parts(config)) or _kinds(config) != Counter(kinds):
            raise ValueError("It is another network.")
    except (BundleError, ValueError, KeyError, TypeError) as error:
        raise BundleError(
            "foreign_model",
            "The network in model.keras is not one that RNN Lab builds, and such a file can run programs when it is "
            "opened, so that nothing was taken in.",
        ) from error


def _words(content: bytes) -> Any:
    if len(content) > _MOST_WORDS:
        raise ValueError("Too long.")
    return from_json(content, allow_inf_nan=False)


def _is_metadata(found: Any) -> bool:
    known = isinstance(found, dict) and set(found) == {"keras_version", "date_saved"}
    return known and all(isinstance(value, str) for value in found.values())


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in a JSON value, however deep they lie."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case dict() as found:
                yield found
                waiting.extend(found.values())
            case list() as found:
                waiting.extend(found)


def _is_known(part: dict[str, Any]) -> bool:
    """Whether an object is no class at all or one of ours, calls only functions of ours, and is not too large."""
    plain = all(part[name] in _NAMED[name] for name in _NAMED if name in part)
    is_class = any(mark in part for mark in _MARKS)
    sizes = _sizes(part.get("config") if is_class else part)
    small = all(0 <= size <= _MOST.get(part.get("class_name", "Dense"), _MOST_UNITS) for size in sizes)
    bare = not part.get("compile_config")
    return plain and small and bare and (not is_class or tuple(part.get(mark) for mark in _MARKS) in _KNOWN)


def _sizes(config: Any) -> list[Any]:
    return [config[name] for name in _SIZES if name in config] if isinstance(config, dict) else []


def _kinds(config: Any) -> Counter[str]:
    """The kinds of layer of a network, without those that stand for what goes in; a network in it has its name."""
    if config["class_name"] != _FUNCTIONAL[1]:
        raise ValueError("It is no network.")
    layers = [layer for layer in config["config"]["layers"] if layer["class_name"] != "InputLayer"]
    return Counter(layer["name"] if layer["class_name"] == _FUNCTIONAL[1] else layer["class_name"] for layer in layers)
