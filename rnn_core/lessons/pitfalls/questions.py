"""QUESTIONS at the end of the lesson on what goes wrong: two on trainings that fail, two on scores that flatter."""

from rnn_core.lessons.questions import Answer, Question
from rnn_core.words import N_

QUESTIONS = (
    Question(
        "pitfalls_jumps",
        N_("The loss jumps about from the first epoch on and ends above that of always saying the mean. What first?"),
        (
            Answer(
                N_("Divide the learning rate by ten"),
                N_("Steps that are too long land higher up the other side. Only shorter ones come down."),
                right=True,
            ),
            Answer(
                N_("Train for longer"),
                N_("A ball that leaps over the valley leaps on, however long one waits."),
            ),
            Answer(
                N_("Take more units"),
                N_("More units do not make the steps any shorter: it jumps as before."),
            ),
        ),
    ),
    Question(
        "pitfalls_scissors",
        N_("Training loss falls and falls, validation loss has risen for thirty epochs. Which weights do you want?"),
        (
            Answer(
                N_("Those of the last epoch"),
                N_("They know the training part best, and it by heart: new rows they foretell worse than before."),
            ),
            Answer(
                N_("Those of the epoch with the lowest validation loss"),
                N_("That is what early stopping keeps. Everything after it was learnt by heart."),
                right=True,
            ),
            Answer(
                N_("Those of the epoch with the lowest test loss"),
                N_("Then the test has chosen the network and can no longer judge it. Choose by validation alone."),
            ),
        ),
    ),
    Question(
        "pitfalls_first_doubt",
        N_("A report says that its network beats “tomorrow = today” by 60 %. What do you ask first?"),
        (
            Answer(
                N_("How many units and layers it has"),
                N_("A leak flatters a small network as much as a large one."),
            ),
            Answer(
                N_("What it could know when it had to forecast"),
                N_(
                    "Was it split in time, before anything was scaled or shuffled? Was every input known by then? Did "
                    "the naive line look exactly as many steps ahead? If all three are so, ask for other years."
                ),
                right=True,
            ),
            Answer(
                N_("Whether R² is above 0.9, too"),
                N_("On prices it nearly always is, even for repeating yesterday."),
            ),
        ),
    ),
    Question(
        "pitfalls_r_squared",
        N_("Why can R² be 0.97 for a forecast that foretells nothing?"),
        (
            Answer(
                N_("Because it compares with always saying the mean"),
                N_(
                    "As if nobody knew yesterday's price, which is nearly always nearer than that mean. Theil's U "
                    "compares with repeating itself, and gives it exactly 1."
                ),
                right=True,
            ),
            Answer(
                N_("Because it is measured on the training part"),
                N_("It happens on honest test rows as well: it hangs on what one compares with."),
            ),
            Answer(
                N_("Because errors are squared"),
                N_("So they are in RMSE, which shows at once that the naive line is just as good."),
            ),
        ),
    ),
)
