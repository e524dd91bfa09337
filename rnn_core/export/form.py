"""Form: in which form runs of one kind of work leave the house, and what is asked of them when they come back. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rnn_core.export.exported import Exported
from rnn_core.export.voice import Voice
from rnn_core.words import N_

SETTINGS_TOLD = N_("all settings of the run")
MODEL_TOLD = N_("the trained network, for keras.saving.load_model")
RECORD_TOLD = N_("the whole run as RNN Lab keeps it, with all its weights")


@dataclass(frozen=True)
class Form:
    """One kind of work.

    Files of its data are called `data_name` with a number, and are what `data_told` says. The folder of a run is named
    by `words`; in it are settings, scores, record and network, as of all kinds, and `files`, texts made of a run and
    its data. Those of them that `ask` a network are of no use without one. `listed` says what each file is that may be
    there, `libraries` what its script needs. `nbytes` is about how many bytes all of it takes. `scores` are the plain
    values of the file of scores; `told` says in a sentence, in some language, how the run did.

    `is_sound` says whether data out of a bundle have the form of all data here; `require_honest` refuses a run, with
    its data, in such a folder, that says what cannot be; `layers` are the kinds of layer of a run's network.
    """

    data_name: str
    data_told: str
    listed: Mapping[str, str]
    libraries: tuple[str, ...]
    words: Callable[[Any], tuple[str, ...]]
    files: Mapping[str, Callable[[Any, Any], str]]
    ask: tuple[str, ...]
    nbytes: Callable[[Exported], int]
    scores: Callable[[Any], dict[str, Any]]
    told: Callable[[Exported, Voice], str]
    is_sound: Callable[[Any], bool]
    require_honest: Callable[[Any, Any, str], None]
    layers: Callable[[Any], tuple[str, ...]]

    def files_of(self, run: Any) -> dict[str, Callable[[Any, Any], str]]:
        """Those of `files` that there are of `run`."""
        return {name: make for name, make in self.files.items() if run.model_file or name not in self.ask}
