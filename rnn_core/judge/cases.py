"""Cases: which facts are said in which words. One table, read from above: of each part the first that holds. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rnn_core.judge.facts import Facts
from rnn_core.judge.learned import Failure
from rnn_core.words import Sentence

# A lead below this would be shown as 0 %.
_HARDLY = 0.005


@dataclass(frozen=True)
class Case:
    """`sentence` is said where `holds`; its values are filled in by `wording`."""

    holds: Callable[[Facts], bool]
    sentence: Sentence


# (a) Who came closest?
RANKING = (
    Case(
        lambda facts: len(facts.ranked) == 1 and facts.seeds == 1,
        Sentence("one", "{best} misses by {rmse} (RMSE)."),
    ),
    Case(
        lambda facts: len(facts.ranked) == 1 and facts.seeds == 2,
        Sentence("worse of two", "{best} misses by {rmse} (RMSE of the worse of two seeds)."),
    ),
    Case(
        lambda facts: len(facts.ranked) == 1,
        Sentence("one of many", "{best} misses by {rmse} (RMSE of the middle one of {runs} seeds)."),
    ),
    Case(
        lambda facts: facts.alike == "seeds" and facts.as_many_seeds,
        Sentence(
            "alike over seeds",
            "{best} ({rmse}) and {second} ({second_rmse}) cannot be told apart: over {seeds} seeds their ranges of "
            "RMSE overlap.",
        ),
    ),
    Case(
        lambda facts: facts.alike == "seeds",
        Sentence(
            "alike over some seeds",
            "{best} ({rmse}) and {second} ({second_rmse}) cannot be told apart: over at least {seeds} seeds each "
            "their ranges of RMSE overlap.",
        ),
    ),
    Case(
        lambda facts: facts.alike == "rows",
        Sentence("alike", "{best} ({rmse}) and {second} ({second_rmse}) cannot be told apart on this test (RMSE)."),
    ),
    Case(
        lambda facts: facts.behind < _HARDLY,
        Sentence("closest by a hair", "{best} came closest (RMSE {rmse}), a hair before {second} ({second_rmse})."),
    ),
    Case(
        lambda facts: facts.by_seeds and facts.as_many_seeds,
        Sentence(
            "closest over seeds",
            "{best} came closest (RMSE {rmse}); {second} was {further} further off, and over {seeds} seeds their "
            "ranges do not overlap.",
        ),
    ),
    Case(
        lambda facts: facts.by_seeds,
        Sentence(
            "closest over some seeds",
            "{best} came closest (RMSE {rmse}); {second} was {further} further off, and over at least {seeds} seeds "
            "each their ranges do not overlap.",
        ),
    ),
    Case(
        lambda facts: facts.separate,
        Sentence("closest", "{best} came closest (RMSE {rmse}); {second} was {further} further off."),
    ),
)

# (b) Is it any better than "tomorrow = today"?
AGAINST_NAIVE = (
    Case(
        lambda facts: facts.best_rmse == facts.naive,
        Sentence("same", "But simply repeating the last value would have been just as close ({naive})."),
    ),
    Case(
        lambda facts: facts.answer == "no" and len(facts.ranked) == 1,
        Sentence(
            "worse",
            "But simply repeating the last value would have been closer still ({naive}): one step ahead, the network "
            "found nothing that the last value did not already say.",
        ),
    ),
    Case(
        lambda facts: facts.answer == "no",
        Sentence(
            "all worse",
            "But simply repeating the last value would have been closer still ({naive}): one step ahead, no network "
            "found anything that the last value did not already say.",
        ),
    ),
    Case(
        lambda facts: facts.answer == "yes" and facts.lead < _HARDLY,
        Sentence(
            "hardly better",
            "{best} is a hair closer than simply repeating the last value ({rmse} against {naive}): hardly worth the "
            "effort, but unlikely to be luck (p {chance}).",
        ),
    ),
    Case(
        lambda facts: facts.answer == "yes" and facts.seeds == 1,
        Sentence(
            "better",
            "{best} beats the naive line by {percent} ({rmse} against {naive}), and that is unlikely to be luck "
            "(p {chance}).",
        ),
    ),
    Case(
        lambda facts: facts.answer == "yes",
        Sentence(
            "better over seeds",
            "{best} beats the naive line by {percent} ({rmse} against {naive}) and in {won} of {runs} seeds, and that "
            "is unlikely to be luck (p {chance}).",
        ),
    ),
    Case(
        lambda facts: facts.too_few_rows,
        Sentence(
            "too few rows",
            "{best} is {percent} closer than simply repeating the last value ({naive}), but {rows} test rows are too "
            "few to tell that from luck.",
        ),
    ),
    Case(
        lambda facts: facts.lead < _HARDLY,
        Sentence(
            "hardly",
            "{best} is hardly any closer than simply repeating the last value ({rmse} against {naive}), and that may "
            "well be luck (p {chance}).",
        ),
    ),
    Case(
        lambda facts: facts.seeds == 1,
        Sentence(
            "unsure",
            "{best} is {percent} closer than simply repeating the last value ({naive}), but on these test rows that "
            "may well be luck (p {chance}).",
        ),
    ),
    Case(
        lambda facts: facts.seeds > 1,
        Sentence(
            "unsure over seeds",
            "{best} is {percent} closer than simply repeating the last value ({naive}), and closer in {won} of {runs} "
            "seeds, but on these test rows that may well be luck (p {chance}).",
        ),
    ),
)

# (c) What else is most worth knowing, if anything?
BESIDES = (
    Case(
        lambda facts: (
            facts.answer != "yes"
            and facts.linear == "closer"
            and facts.linear_rmse < facts.naive
            and facts.repeats_last
        ),
        Sentence(
            "linear closer and repeats",
            "A linear model on the same inputs comes closer ({linear}); the curve of {best}, shifted back by one row, "
            "fits best: it mostly repeats the last value.",
        ),
    ),
    Case(
        lambda facts: facts.answer == "no" and facts.linear == "closer" and facts.linear_rmse < facts.naive,
        Sentence("linear beats all", "A linear model on the same inputs came closer than all of these ({linear})."),
    ),
    Case(
        lambda facts: facts.answer != "yes" and facts.repeats_last,
        Sentence(
            "repeats",
            "The curve of {best} fits best when it is shifted back by one row: it mostly repeats the last value.",
        ),
    ),
    Case(
        lambda facts: facts.linear == "closer",
        Sentence("linear closer", "A linear model on the same inputs comes closer ({linear})."),
    ),
    Case(
        lambda facts: facts.linear == "as close",
        Sentence("linear as close", "A linear model on the same inputs does as well ({linear})."),
    ),
    Case(
        lambda facts: facts.answer != "no" and facts.linear == "alike",
        Sentence(
            "linear alike",
            "A linear model on the same inputs cannot be told apart from it on this test ({linear}).",
        ),
    ),
    Case(
        lambda facts: facts.answer == "yes" and facts.linear == "further",
        Sentence("linear further", "A linear model on the same inputs does not come as close ({linear})."),
    ),
)

# (d) Which runs failed? Of each kind what is said of a single run, and of some of several.
FAILED: Mapping[Failure, tuple[Sentence, Sentence]] = {
    "diverged": (
        Sentence(
            "lost",
            "{name} did not learn: its numbers grew beyond all bounds. A smaller learning rate usually helps.",
        ),
        Sentence("some lost", "{failed} of {runs} seeds of {name} did not learn (numbers beyond all bounds)."),
    ),
    "flat": (
        Sentence(
            "flat",
            "{name} did not learn: it says nearly the same value everywhere. More epochs or another learning rate "
            "may help.",
        ),
        Sentence("some flat", "{failed} of {runs} seeds of {name} did not learn (nearly the same value everywhere)."),
    ),
    "worse than the mean": (
        Sentence(
            "worse than mean",
            "{name} did not learn: always saying the mean of the training part would have been closer. More epochs or "
            "another learning rate may help.",
        ),
        Sentence(
            "some worse than mean",
            "{failed} of {runs} seeds of {name} did not learn (further off than the mean of the training part).",
        ),
    ),
}

# Where no network has learnt, there is still this to say.
NAIVE_ALONE = Sentence("naive alone", "Simply repeating the last value misses by {naive} (RMSE).")
NOTHING = Sentence("nothing", "There is nothing to compare: no row has both a forecast and a real value.")
