"""The words of the settings of work with text, by kind: a label, and what the setting is and does. Pure.

A test holds these lists against the fields of the specs: neither may have one that the other lacks.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rnn_core.spec import FieldWords
from rnn_core.words import N_

_CELL = FieldWords(N_("Cell"), N_("The kind of recurrent layer: what the network remembers with."))
_CELLS = FieldWords(
    N_("Cells"),
    N_("The kinds of recurrent layer to train. Each chosen one gets a network of its own; they learn side by side."),
)
_UNITS = FieldWords(
    N_("Units"), N_("How many numbers the network remembers at a time. More can store more and take longer to learn.")
)
_EMBEDDING = FieldWords(
    N_("Embedding"), N_("How many numbers stand for each symbol that it reads; the network finds them itself.")
)
_BATCH = FieldWords(
    N_("Batch size"), N_("How many examples it looks at before it changes its weights once. More are quicker, coarser.")
)
_RATE = FieldWords(
    N_("Learning rate"),
    N_("How large each change of the weights is. Too large and learning jumps about, too small and it crawls."),
)
_CLIP = FieldWords(
    N_("Gradient clipping (norm)"), N_("Longer gradients are shortened to this, so that no step is wild. 0: never.")
)
_SEED = FieldWords(N_("Seed"), N_("Where the random numbers begin. The same seed gives the same result again."))
_DROPOUT = FieldWords(
    N_("Dropout"),
    N_("The share of values switched off at random while learning, against learning by heart. Usual: 0 to 30 %."),
)
_EPOCHS = FieldWords(N_("Epochs"), N_("How often the network goes through what it learns from. More takes longer."))

WRITE: Mapping[str, FieldWords] = MappingProxyType(
    {
        "cell": _CELLS,
        "units": _UNITS,
        "epochs": _EPOCHS,
        "window": FieldWords(
            N_("Window (characters)"), N_("How far back a gradient goes. The memory itself reaches further.")
        ),
        "layers": FieldWords(N_("Layers"), N_("Recurrent layers stacked on one another.")),
        "embedding": _EMBEDDING,
        "dropout": _DROPOUT,
        "batch_size": FieldWords(
            N_("Batch size"), N_("At how many places of the text it reads at once. More are quicker, coarser.")
        ),
        "learning_rate": _RATE,
        "schedule": FieldWords(N_("Learning rate over time"), N_("Whether the steps get smaller towards the end.")),
        "clip_norm": _CLIP,
        "seed": _SEED,
        "kept_back": FieldWords(
            N_("Kept back"), N_("The share at the end of the text that is never learnt from, only tested with.")
        ),
        "most_symbols": FieldWords(
            N_("Different characters"), N_("So many of the most frequent ones are told apart; the others look alike.")
        ),
    }
)

SENTIMENT: Mapping[str, FieldWords] = MappingProxyType(
    {
        "cell": _CELLS,
        "units": _UNITS,
        "epochs": FieldWords(
            N_("Epochs"), N_("How often it goes through the texts at most; it stops earlier when it gets no better.")
        ),
        "bidirectional": FieldWords(
            N_("Two-directional"), N_("A second layer reads each text from its end; both decide together.")
        ),
        "attention": FieldWords(
            N_("Attention"), N_("Weighs all words of a text, instead of trusting the memory after the last one.")
        ),
        "dropout": _DROPOUT,
        "recurrent_dropout": FieldWords(
            N_("Dropout in the memory"),
            N_("The same for what is handed on from word to word (recurrent dropout). Training then takes longer."),
        ),
        "by": FieldWords(N_("Reads"), N_("What counts as one symbol. “What fits” reads Chinese by characters.")),
        "longest": FieldWords(N_("Longest text (symbols)"), N_("What comes after so many is not read.")),
        "most_symbols": FieldWords(
            N_("Vocabulary"), N_("So many of the most frequent words are known; all others look alike.")
        ),
        "embedding": _EMBEDDING,
        "batch_size": _BATCH,
        "learning_rate": _RATE,
        "clip_norm": _CLIP,
        "patience": FieldWords(
            N_("Patience (epochs)"),
            N_("It stops after so many epochs without getting better, and keeps its best moment. 0: never."),
        ),
        "seed": _SEED,
        "test_share": FieldWords(
            N_("Test part"), N_("The share of the texts that are never learnt from and only scored in the end.")
        ),
        "validation_share": FieldWords(
            N_("Validation part"), N_("The share of the texts that say when to stop; they are not learnt from either.")
        ),
        "split_seed": FieldWords(N_("Draw of the parts"), N_("Another number puts other texts into the test.")),
    }
)

REWRITE: Mapping[str, FieldWords] = MappingProxyType(
    {
        "cell": _CELL,
        "task": FieldWords(N_("Task"), N_("What the network is to learn to rewrite.")),
        "attention": FieldWords(
            N_("Attention"), N_("The decoder looks back at all letters, instead of trusting one memory of them.")
        ),
        "longest": FieldWords(
            N_("Longest string"),
            N_("Strings that it learns from have at most so many letters; longer ones are tried too."),
        ),
        "units": _UNITS,
        "teacher_forcing": FieldWords(
            N_("Teacher forcing"),
            N_("How often it is told the right letter before the next one, instead of trusting its own, as it learns."),
        ),
        "epochs": FieldWords(N_("Epochs"), N_("How long it learns, in rounds of 50 batches of fresh questions.")),
        "embedding": _EMBEDDING,
        "batch_size": _BATCH,
        "learning_rate": _RATE,
        "clip_norm": _CLIP,
        "seed": _SEED,
    }
)

FIELDS: Mapping[str, Mapping[str, FieldWords]] = MappingProxyType(
    {"write": WRITE, "sentiment": SENTIMENT, "rewrite": REWRITE}
)

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "schedule": {"constant": N_("Stays the same"), "cosine": N_("Falls smoothly to zero")},
        "by": {"fitting": N_("What fits"), "words": N_("Words"), "characters": N_("Characters")},
    }
)
"""The words of settings that are chosen from a list."""

SHARES = frozenset({"dropout", "recurrent_dropout", "kept_back", "test_share", "validation_share", "teacher_forcing"})
"""Settings that are said in percent."""
