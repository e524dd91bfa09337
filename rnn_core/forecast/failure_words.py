"""What is said of trainings that go wrong on purpose: WORDS, by the name of the failure. All marked for translation."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rnn_core.words import N_


@dataclass(frozen=True)
class FailureWords:
    """`story` is what was done, `betrays` what to look at in the curves, `cure` what to try, `done` the box to tick.

    `wrong` and `cured` name the two networks, `dial` the setting to be moved, with its `help`; `notice` is what the
    curves teach.
    """

    title: str
    story: str
    betrays: str
    cure: str
    wrong: str
    cured: str
    dial: str
    help: str
    notice: str
    done: str


WORDS: Mapping[str, FailureWords] = MappingProxyType(
    {
        "rate": FailureWords(
            title=N_("The rate is too high"),
            story=N_(
                "A GRU shall learn a noisy wave, which is easy. But each of its steps is three hundred times as long "
                "as is good."
            ),
            betrays=N_(
                "The loss starts far above the grey line, jumps about or stands still there, and never settles."
            ),
            cure=N_("A learning rate of 0.003, and nothing else is changed."),
            wrong=N_("rate too high"),
            cured=N_("rate 0.003"),
            dial=N_("Learning rate that is to blame"),
            help=N_("How far each step goes. Too far, and it lands higher up the other side. Usual: 0.0005 to 0.01."),
            notice=N_(
                "A loss that jumps in the first epochs is a rate that is too high, nearly always. Divide it by ten "
                "before you change anything else; training for longer does not help."
            ),
            done=N_("A loss that jumps, or stands still far above the mean: lower the learning rate first"),
        ),
        "memory": FailureWords(
            title=N_("The window is too long for a SimpleRNN"),
            story=N_(
                "In this made series each value comes back after as many days as the window is long. The answer lies "
                "on the oldest day, and a SimpleRNN must carry it past all the others."
            ),
            betrays=N_("The loss falls late, in jerks or not at all: what is learnt from the far end hardly arrives."),
            cure=N_(
                "Shorten the way: a two-directional network reads the window backwards too, so the oldest day last."
            ),
            wrong=N_("one direction"),
            cured=N_("two-directional"),
            dial=N_("How far back the answer lies (the window)"),
            help=N_("In days. With 10 the SimpleRNN can do it; find out where it begins to fail."),
            notice=N_(
                "At each step back the gradient is multiplied anew: over many steps it vanishes or explodes. A window "
                "should be as long as it must be and no longer. If it must be long, give the far end a shorter way: "
                "two directions, or attention. Gates alone do no better here in so few epochs: try a GRU on Train."
            ),
            done=N_("A memory that did not reach: shorten the way back"),
        ),
        "overfitting": FailureWords(
            title=N_("It learns by heart"),
            story=N_(
                "Three hundred yearly counts of sunspots, and a GRU with 64 units, which has more than forty weights "
                "for each of them. It has time to learn every single one."
            ),
            betrays=N_("The solid line goes on falling while the dotted one turns and rises: they open like scissors."),
            cure=N_("Dropout of 30 %, and early stopping, which keeps the weights of the best epoch."),
            wrong=N_("left to itself"),
            cured=N_("dropout, early stopping"),
            dial=N_("Units that are to blame"),
            help=N_("How much the network can store. A small one cannot learn everything by heart."),
            notice=N_(
                "The training loss alone looks splendid. Only rows that were kept back show it: always set a "
                "validation part, and stop where its line is lowest."
            ),
            done=N_("Scissors that opened: stop where validation is lowest"),
        ),
        "dead": FailureWords(
            title=N_("Nothing moves"),
            story=N_(
                "The wave again, with plain gradient descent (SGD) and a rate so small that each step goes next to "
                "nowhere."
            ),
            betrays=N_("Two lines as flat as a table, near the grey line or above it, from the first epoch on."),
            cure=N_("Adam, which finds the length of its steps for each weight, with a rate of 0.005."),
            wrong=N_("hardly a step"),
            cured=N_("Adam, rate 0.005"),
            dial=N_("Learning rate that is to blame"),
            help=N_("How far each step of plain gradient descent goes. Raise it until something moves."),
            notice=N_(
                "A flat line is not a hard task. Before you give up: is the rate above 0.0001? Are the values scaled? "
                "Can the network learn ten windows by heart? If not even that, something is broken."
            ),
            done=N_("A line that stayed flat: take Adam, or raise the rate"),
        ),
        "unscaled": FailureWords(
            title=N_("The data is not scaled"),
            story=N_(
                "Carbon dioxide in the air, as it is measured: about 340 ppm. A unit of a GRU says at most 1, and all "
                "that goes into it is far too large for its gates."
            ),
            betrays=N_("The loss begins hundreds of times above the grey line and creeps downwards."),
            cure=N_("Scaling to 0 to 1, by the smallest and the largest value of the training part."),
            wrong=N_("scaling to blame"),
            cured=N_("0 to 1"),
            dial=N_("Scaling that is to blame"),
            help=N_("Always fitted on what is learnt from alone. All but “None” bring values to a size near 1."),
            notice=N_(
                "The numbers on the axis of a loss mean nothing by themselves: they hang on the scaling. Measured "
                "against always saying the mean, as here, they can be compared. On Train, try to scale each "
                "window by itself: then the GRU comes nearer than the naive line, too."
            ),
            done=N_("A loss beyond all measure: scale the data"),
        ),
    }
)
