"""The form in which judges of texts leave the house. Pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

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
from rnn_core.export.text.sentiment_claims import require_honest
from rnn_core.export.text.symbols import vocabulary_json
from rnn_core.export.voice import Voice
from rnn_core.series.safe_csv import safe_csv
from rnn_core.text.examples import Examples
from rnn_core.text.reading import MAX_BYTES
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.tokens import tokens_of
from rnn_core.words import N_, Percent, Sentence

_LISTED: Mapping[str, str] = MappingProxyType(
    {
        places.SETTINGS: SETTINGS_TOLD,
        places.SCORES: N_("all scores of the network and of the simple judges; null where there is none"),
        places.HISTORY: N_("losses and accuracy on the validation texts after each epoch"),
        places.TEXTS: N_("the texts and their labels"),
        places.VOCABULARY: N_("the labels, and the number of each word or character that the network knows"),
        places.SCRIPT: N_("a Python script that lets the network judge a sentence"),
        places.MODEL: MODEL_TOLD,
        places.RECORD: RECORD_TOLD,
    }
)
OWN_EXAMPLES = {"en": "This is not what I had hoped for.", "zh": "这和我想的不一样。"}
"""What a script judges if told nothing, by language, where the texts are a person's: it may be passed on alone."""


def script_of(run: Judged, examples: Examples) -> str:
    """A script that says how likely each label is for a sentence; none of a person's own texts stands in it."""
    example = OWN_EXAMPLES["zh" if run.data.language == "zh" else "en"]
    if run.data.origin == "built_in":
        example = next(text for text in examples.texts if tokens_of(text, run.data.way))
    return script("sentiment.py.jinja", run, way=run.data.way, example=example)


def texts_csv(examples: Examples) -> str:
    """One line a text, with its label; none that a spreadsheet would take for a formula."""
    return safe_csv(pd.DataFrame({"text": examples.texts, "label": examples.labels}), index=False)


def _history(run: Judged, _examples: Examples) -> str:
    return history_csv(run.history, validation_accuracy=[epoch.measure for epoch in run.history])


def _words(run: Judged) -> tuple[str, ...]:
    spec = run.spec
    unusual = [*(["two-directional"] if spec.bidirectional else []), *(["attention"] if spec.attention else [])]
    return ("sentiment", spec.cell, *unusual, f"seed-{spec.seed}")


def _scores(run: Judged) -> dict[str, Any]:
    simple = {one.name: {"scores": one.scores, "compared": one.comparison} for one in run.baselines}
    known = {"labels": run.data.classes, "tested": run.data.test, "network": run.scores, "baselines": simple}
    found: dict[str, Any] = plain_values(known)
    return found


def _told(one: Exported, voice: Voice) -> str:
    run: Judged = one.run
    best = max(run.baselines, key=lambda simple: simple.scores.accuracy)
    shares = {"share": Percent(run.scores.accuracy), "simple": Percent(best.scores.accuracy)}
    said = Sentence(
        "readme_sentiment",
        "{cell} learnt to judge {texts}: {share} of the test texts right, the best simple judge {simple}.",
        {"cell": run.spec.cell, "texts": called(one.data, voice), **shares},
    )
    return voice.tell(said)


def _is_sound(examples: Examples) -> bool:
    texts, labels = examples.texts, examples.labels
    return (
        0 < len(texts) == len(labels)
        and sum(map(len, texts)) <= MAX_BYTES
        and is_clean("".join(texts), lines=True)
        and all(map(is_name, {examples.name, *labels}))
    )


def _layers(run: Judged) -> tuple[str, ...]:
    spec = run.spec
    drops = ["Dropout"] * (2 if spec.dropout > 0 else 0)
    recurrent = "Bidirectional" if spec.bidirectional else CELLS[spec.cell].layer
    mixing = ["Dense", "Dense", "NotEqual", "ExpandDims", "Softmax", "Multiply", "Sum"] if spec.attention else []
    # What is padding is told by a comparison.
    return ("Embedding", "NotEqual", *drops, recurrent, *mixing, "Dense")


SENTIMENT = Form(
    data_name=DATA_NAME,
    data_told=DATA_TOLD,
    listed=_LISTED,
    libraries=LIBRARIES,
    words=_words,
    files={
        places.HISTORY: _history,
        places.TEXTS: lambda _run, examples: texts_csv(examples),
        places.VOCABULARY: lambda run, _examples: vocabulary_json(run.vocabulary, labels=run.data.classes),
        places.SCRIPT: script_of,
    },
    ask=(places.SCRIPT,),
    nbytes=lambda one: 2 * one.data.nbytes + one.run.nbytes,
    scores=_scores,
    told=_told,
    is_sound=_is_sound,
    require_honest=require_honest,
    layers=_layers,
)
