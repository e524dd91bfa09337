"""The form in which encoders and decoders leave the house. Pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from rnn_core.cells import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.export import manifest as places
from rnn_core.export.exported import Exported
from rnn_core.export.form import MODEL_TOLD, RECORD_TOLD, SETTINGS_TOLD, Form
from rnn_core.export.tables import plain_values
from rnn_core.export.text.data import DATA_NAME, DATA_TOLD
from rnn_core.export.text.history import history_csv
from rnn_core.export.text.rewrite_claims import require_honest
from rnn_core.export.text.scripts import LIBRARIES, script
from rnn_core.export.text.symbols import signs_json
from rnn_core.export.voice import Voice
from rnn_core.text.made_data import MADE_DATA, MadeData
from rnn_core.text.rewrite.decoding import most_letters
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.words import N_, Percent, Sentence

_LISTED: Mapping[str, str] = MappingProxyType(
    {
        places.SETTINGS: SETTINGS_TOLD,
        places.SCORES: N_("all scores, beside those of always saying the same answer; null where there is none"),
        places.HISTORY: N_("losses and the share of right answers after each epoch"),
        places.SIGNS: N_("the number of each letter that the network reads and writes"),
        places.SCRIPT: N_("a Python script that lets the network answer a question"),
        places.MODEL: MODEL_TOLD,
        places.RECORD: RECORD_TOLD,
    }
)
# The most that a record of nothing takes.
_RECORD = 1_000


def script_of(run: Rewritten, _made: MadeData = MADE_DATA) -> str:
    """A script that answers a question, the likeliest letter each time."""
    spec = run.spec
    return script("rewrite.py.jinja", run, question=spec.what.examples[0], most_letters=most_letters(spec))


def _history(run: Rewritten, _made: MadeData) -> str:
    return history_csv(run.history, exact=[epoch.measure for epoch in run.history])


def _words(run: Rewritten) -> tuple[str, ...]:
    spec = run.spec
    return ("rewrite", spec.task, spec.cell, *(["attention"] if spec.attention else []), f"seed-{spec.seed}")


def _scores(run: Rewritten) -> dict[str, Any]:
    known = {
        "greedy": run.greedy,
        "beam": run.beam,
        "usual": run.usual,
        "usual_text": run.usual_text,
        "by_length": run.by_length,
    }
    found: dict[str, Any] = plain_values(known)
    return found


def _told(one: Exported, voice: Voice) -> str:
    run: Rewritten = one.run
    values = {
        "cell": run.spec.cell,
        "task": voice.say(run.spec.what.title),
        "share": Percent(run.greedy.exact),
        "usual": Percent(run.usual.exact),
    }
    with_attention = Sentence(
        "readme_rewrite_attention",
        "{cell} with attention, “{task}”: {share} of the answers right, always the same answer {usual}.",
        values,
    )
    alone = Sentence(
        "readme_rewrite",
        "{cell} without attention, “{task}”: {share} of the answers right, always the same answer {usual}.",
        values,
    )
    return voice.tell(with_attention if run.spec.attention else alone)


def _layers(run: Rewritten) -> tuple[str, ...]:
    spec = run.spec
    begins = ["Dense"] * LOOPS[spec.cell].states
    encoder = ["Embedding", "NotEqual", "Bidirectional", "Concatenate", *begins]
    attention = ["Dense", "Dense", "AdditiveAttention", "Concatenate"] if spec.attention else []
    return (*encoder, "Embedding", CELLS[spec.cell].layer, *attention, "Dense", "Dense", "Softmax")


REWRITE = Form(
    data_name=DATA_NAME,
    data_told=DATA_TOLD,
    listed=_LISTED,
    libraries=LIBRARIES,
    words=_words,
    files={
        places.HISTORY: _history,
        places.SIGNS: lambda run, _made: signs_json(run.spec),
        places.SCRIPT: script_of,
    },
    ask=(places.SCRIPT,),
    nbytes=lambda one: _RECORD + one.run.nbytes,
    scores=_scores,
    told=_told,
    is_sound=lambda data: data == MADE_DATA,
    require_honest=require_honest,
    layers=_layers,
)
