"""QUESTIONS: what the lesson on shapes asks at its end."""

from rnn_core.lessons.questions import Answer, Question
from rnn_core.words import N_

QUESTIONS: tuple[Question, ...] = (
    Question(
        "shape_of_weather",
        N_("You have the temperatures of the last 30 days and want to know one thing: will tomorrow be warmer?"),
        (
            Answer(N_("One to many"), N_("Thirty values go in, not one. What comes out is a single answer.")),
            Answer(
                N_("Many to one"),
                N_("Right: thirty steps are read, and the state after the last one gives the one answer."),
                right=True,
            ),
            Answer(
                N_("Many to many, equal length"),
                N_("That would give an answer at each of the thirty days; all but the last one are over by now."),
            ),
        ),
    ),
    Question(
        "weights_of_longer_window",
        N_("The window of a recurrent layer becomes twice as long. How many more weights does the layer have?"),
        (
            Answer(N_("Twice as many"), N_("So it is with a dense layer that reads all steps at once.")),
            Answer(N_("Four times as many"), N_("The work of attention grows like that, but not its weights either.")),
            Answer(
                N_("Not one more"),
                N_("Right: each step uses the same W, U and b. It takes more time, but not more weights."),
                right=True,
            ),
        ),
    ),
    Question(
        "two_ways_perfect",
        N_("At each day of a window, a two-directional network says the next day's value, nearly always right. Why?"),
        (
            Answer(
                N_("It has learnt to foretell"),
                N_("Its backward half has read the next day before it speaks. Ask it for the day after the window."),
            ),
            Answer(
                N_("It has read the answers"),
                N_("Right: at the last day, where nothing has been read from behind, it has nothing to say."),
                right=True,
            ),
            Answer(
                N_("By luck"),
                N_("Nobody is that lucky. Look at what its backward half has read before each day speaks."),
            ),
        ),
    ),
)
