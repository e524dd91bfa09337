"""The form in which character models leave the house. Pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from rnn_core.cells import CELLS
from rnn_core.export import manifest as places
from rnn_core.export.clean_text import is_clean
from rnn_core.export.exported import Exported
from rnn_core.export.form import MODEL_TOLD, RECORD_TOLD, SETTINGS_TOLD, Form
from rnn_core.export.plain_words import is_name
from rnn_core.export.tables import plain_values
from rnn_core.export.text.data import DATA_NAME, DATA_TOLD, called
from rnn_core.export.text.history import history_csv
from rnn_core.export.text.scripts import LIBRARIES, script
from rnn_core.export.text.symbols import vocabulary_json
from rnn_core.export.text.write_claims import require_honest
from rnn_core.export.voice import Voice
from rnn_core.text.passage import Passage
from rnn_core.text.reading import MAX_BYTES
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.result import Written
from rnn_core.words import N_, Sentence

_LISTED: Mapping[str, str] = MappingProxyType(
    {
        places.SETTINGS: SETTINGS_TOLD,
        places.SCORES: N_("bits per held-out character of the network, and of counting with each length of context"),
        places.HISTORY: N_("losses (nats) and bits per character after each epoch"),
        places.TEXT: N_("the text that was learnt from, and whose end was held out"),
        places.VOCABULARY: N_("the number of each character that the network knows"),
        places.SCRIPT: N_("a Python script that lets the network write"),
        places.MODEL: MODEL_TOLD,
        places.RECORD: RECORD_TOLD,
    }
)
# A line begins after it.
_LINE_END = "\n"


def script_of(run: Written, _passage: Passage) -> str:
    """A script that goes on from a beginning, character by character."""
    symbols = run.vocabulary.symbols
    begin = _LINE_END if _LINE_END in symbols else symbols[0]
    return script("write.py.jinja", run, begin=begin, temperature=Manner.default("temperature"))


def _history(run: Written, _passage: Passage) -> str:
    learnt, held_out = zip(*run.bits, strict=True) if run.bits else ((), ())
    return history_csv(run.history, bits=learnt, validation_bits=held_out)


def _words(run: Written) -> tuple[str, ...]:
    return ("write", run.spec.cell, f"seed-{run.spec.seed}")


def _scores(run: Written) -> dict[str, Any]:
    known = {
        "held_out": run.held_out,
        "unknown_share": run.unknown_share,
        "network": {"bits": run.held_out_bits, "perplexity": run.perplexity},
        "counting": [{"context": one.order, "bits": one.bits, "perplexity": one.perplexity} for one in run.baselines],
    }
    found: dict[str, Any] = plain_values(known)
    return found


def _told(one: Exported, voice: Voice) -> str:
    run: Written = one.run
    best = min(run.baselines, key=lambda counted: counted.bits)
    name = called(one.data, voice)
    values = {"cell": run.spec.cell, "text": name, "bits": run.held_out_bits, "counted": best.bits}
    said = Sentence(
        "readme_write",
        "{cell} learnt to write from {text}: {bits} bits per held-out character, counting {counted}.",
        values,
    )
    return voice.tell(said)


def _is_sound(passage: Passage) -> bool:
    return 0 < len(passage.text) <= MAX_BYTES and is_clean(passage.text, lines=True) and is_name(passage.name)


def _layers(run: Written) -> tuple[str, ...]:
    spec = run.spec
    each = [CELLS[spec.cell].layer, *(["Dropout"] if spec.dropout > 0 else [])]
    return ("Embedding", *each * spec.layers, "Dense")


WRITE = Form(
    data_name=DATA_NAME,
    data_told=DATA_TOLD,
    listed=_LISTED,
    libraries=LIBRARIES,
    words=_words,
    files={
        places.HISTORY: _history,
        places.TEXT: lambda _run, passage: passage.text,
        places.VOCABULARY: lambda run, _passage: vocabulary_json(run.vocabulary),
        places.SCRIPT: script_of,
    },
    ask=(places.SCRIPT,),
    # The text stands there twice, as it is and in its record.
    nbytes=lambda one: 2 * one.data.nbytes + one.run.nbytes,
    scores=_scores,
    told=_told,
    is_sound=_is_sound,
    require_honest=require_honest,
    layers=_layers,
)
