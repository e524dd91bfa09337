"""QUESTIONS at the end of the lesson on memory."""

from rnn_core.lessons.questions import Answer, Question
from rnn_core.words import N_

QUESTIONS = (
    Question(
        "memory_sigmoid",
        N_("A SimpleRNN bends with the sigmoid, and U stretches nothing. How much of a gradient is left 5 steps back?"),
        (
            Answer(
                N_("At most a thousandth"),
                N_("Each step multiplies by 0.25 at most, and 0.25 to the power of 5 is 0.00098."),
                right=True,
            ),
            Answer(N_("At most a fifth"), N_("Steps multiply, they do not share: five factors of at most 0.25 each.")),
            Answer(
                N_("All of it, if the network is trained well"),
                N_("No training changes the sigmoid: its slope is never above 0.25."),
            ),
        ),
    ),
    Question(
        "memory_cell_state",
        N_("Why does a gradient survive along an LSTM's cell state?"),
        (
            Answer(
                N_("Because its gates are clipped"),
                N_("Clipping shortens gradients that are too long. It brings back none that has vanished."),
            ),
            Answer(
                N_("Because on its direct road a step multiplies by f alone"),
                N_("Neither U nor a slope lies on that road: the nearer the forget gate is to 1, the more is left."),
                right=True,
            ),
            Answer(
                N_("Because it has four times as many weights"),
                N_("More weights of the same kind would multiply in the same way. It is the way that differs."),
            ),
        ),
    ),
    Question(
        "memory_clipping",
        N_("A training shows a loss that suddenly jumps to a huge number. What helps, and what does it not help with?"),
        (
            Answer(
                N_("Clipping helps; it does not help a network that forgets"),
                N_("A clipped gradient keeps its direction and is cut to a limit. A vanished one has nothing to cut."),
                right=True,
            ),
            Answer(
                N_("Clipping helps against both"),
                N_("Against what explodes only: a gradient of nearly nothing is below every limit."),
            ),
            Answer(
                N_("More epochs help"),
                N_("One step off the cliff has thrown the weights far away; going on from there seldom leads back."),
            ),
        ),
    ),
)
