"""What the lesson asks at its end."""

from rnn_core.lessons.questions import Answer, Question
from rnn_core.words import N_

QUESTIONS = (
    Question(
        "cell_forget",
        N_("An LSTM's forget gate is 1 and its input gate 0, at every step. What becomes of its memory?"),
        (
            Answer(
                N_("It stays as it is"),
                N_("Right: c′ = 1 · c + 0 · g. Nothing is lost and nothing comes in, for as long as it lasts."),
                right=True,
            ),
            Answer(
                N_("It is emptied"),
                N_("The name misleads: a forget gate of 1 lets everything through. At 0 the memory would be emptied."),
            ),
            Answer(
                N_("It fades slowly"),
                N_("That is what happens in a SimpleRNN, whose state goes through tanh each time. c does not."),
            ),
        ),
    ),
    Question(
        "cell_update",
        N_("The GRU's update gate z is 0.9. How much of the new state is the candidate?"),
        (
            Answer(N_("90 %"), N_("It is the other way round here: z keeps the old state, h′ = z h + (1 − z) n.")),
            Answer(
                N_("10 %"),
                N_(
                    "Right: h′ = 0.9 h + 0.1 n. Some books swap z and 1 − z; Keras keeps the old state with z, and so "
                    "do we."
                ),
                right=True,
            ),
            Answer(
                N_("It depends on the reset gate"), N_("r decides what the candidate sees of the state, not its share.")
            ),
        ),
    ),
    Question(
        "cell_count",
        N_("An LSTM of 125 units reads one value a step. It now reads two. How many weights come on top?"),
        (
            Answer(N_("63,500: twice as many"), N_("Only W grows with the inputs; U and b stay as they are.")),
            Answer(N_("125: one a unit"), N_("Each of the four blocks has its own W, so it is four times that.")),
            Answer(
                N_("500: one a unit in each of four blocks"),
                N_("Right: W has inputs × units weights in each block, so 4 · 125 more. Try it above."),
                right=True,
            ),
        ),
    ),
)
