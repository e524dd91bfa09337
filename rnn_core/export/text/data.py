"""What files of the data of work with text are called, and what those data are called. Pure."""

from rnn_core.export.voice import Voice
from rnn_core.text.examples import Examples
from rnn_core.text.passage import Passage
from rnn_core.text.reading import PASTED
from rnn_core.words import N_

DATA_NAME = "data"
DATA_TOLD = N_("the data of work with text as RNN Lab keeps them, one file for each")


def called(data: Passage | Examples, voice: Voice) -> str:
    """The name of `data`, in the language of `voice` where it is one of ours."""
    return voice.say(data.name) if data.origin == "built_in" or data.name == PASTED else data.name
