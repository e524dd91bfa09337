"""SHAPES: the one list of shapes that the page shows, in its order."""

from collections.abc import Mapping
from types import MappingProxyType

from rnn_core.lessons.shapes.shape import SequenceShape
from rnn_core.words import N_

_ONE_TO_ONE = SequenceShape(
    name="one_to_one",
    title=N_("One to one"),
    uses=N_("Used where one thing is judged by itself: a picture, a house, a patient. There is nothing to remember."),
    example=N_("Degrees Celsius in, degrees Fahrenheit out."),
    formula=r"h' = W x + b \qquad y = h'",
    notice=N_("There is no step before, so there is no U. This is a plain network; all others have a loop."),
)
_ONE_TO_MANY = SequenceShape(
    name="one_to_many",
    title=N_("One to many"),
    uses=N_("Used to make something out of one thing: a caption for a picture, a melody from its first note."),
    example=N_("One number in, a wave out: U turns the state a little further at each step."),
    formula=r"h' = W x + U h \qquad y = h'_1",
    notice=N_(
        "Only the first step reads anything. All that comes later is in the state, and in U, which is the same at each "
        "step. With a period of 4 each state is a quarter turn of the one before."
    ),
)
_MANY_TO_ONE = SequenceShape(
    name="many_to_one",
    title=N_("Many to one"),
    uses=N_(
        "Used to judge a whole: the mood of a sentence, a fault in a machine's hum, and tomorrow's price from the last "
        "60 days, as on the Train page."
    ),
    example=N_("Words in, at the end one number: above 0 is a good mood, below 0 a bad one."),
    formula=r"h' = \tanh(x + 0.9\,h) \qquad y = h_n",
    notice=N_(
        "The order counts: let “dull” and “lovely” change places, and the mood turns, because late words weigh more. "
        "With one number for its state this network cannot know what “not good” means; a larger one can learn it."
    ),
)
_MANY_TO_MANY = SequenceShape(
    name="many_to_many",
    title=N_("Many to many, equal length"),
    uses=N_("Used to mark each step: the kind of each word, each heartbeat as sound or not, each day as odd or not."),
    example=N_("Values in, at each step the change since the step before out."),
    formula=r"h' = W x + U h \qquad y = h'_1 - h'_2",
    notice=N_(
        "The state has two numbers: what is read now, and what was read before. At the first step nothing was, so the "
        "state says 0, and the first answer means little. Real networks need such a start, too."
    ),
)
_UNEQUAL = SequenceShape(
    name="unequal",
    title=N_("Many to many, unequal length"),
    uses=N_(
        "Used where the answer has a length of its own: a translation, a summary, speech to text. One network reads "
        "(encoder), another speaks (decoder)."
    ),
    example=N_("A list in, its last numbers out, the latest first. All that the decoder gets is the last state."),
    formula=r"\begin{gathered}h' = W x + U h \\ y = V h,\quad h' = U_2 h\end{gathered}",
    notice=N_(
        "Give the state less room than you ask for: what was read first has fallen out, however long the decoder "
        "speaks. This bottleneck is why attention was invented (Bahdanau, Cho and Bengio 2015): the decoder may then "
        "look back at all states of the encoder."
    ),
)
SHAPES: Mapping[str, SequenceShape] = MappingProxyType(
    {shape.name: shape for shape in (_ONE_TO_ONE, _ONE_TO_MANY, _MANY_TO_ONE, _MANY_TO_MANY, _UNEQUAL)}
)
