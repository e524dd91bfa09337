"""Repeats: the same networks from several seeds, so that one sees how much is luck."""

import streamlit as st

from pages.ui import state, trainings
from pages.ui.chart import chart
from pages.ui.language import _, listed, shown, tell, tell_plainly
from pages.ui.results.result import Result
from rnn_core.errors import RnnLabError
from rnn_core.figures.judging_alt import repeats_alt
from rnn_core.figures.names import looks_of
from rnn_core.figures.repeated import Repeated
from rnn_core.figures.repeats_chart import repeats_figure
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.judge import Failure, failure
from rnn_core.words import N_

_USUAL = 5
_FAILURES: dict[Failure, str] = {
    "diverged": N_("its numbers grew beyond all bounds"),
    "flat": N_("it says nearly the same value always"),
    "worse than the mean": N_("it is worse than always saying the mean of the training part"),
}


def show(result: Result) -> None:
    """The dots, what failed, and the button that trains with more seeds."""
    if max(len(network.runs) for network in result.networks) == 1:
        st.markdown(
            _(
                "A network begins with random weights, so another seed gives another result. One training cannot say "
                "how much of its score is luck; several can."
            )
        )
    else:
        repeats = [network.repeats for network in result.networks]
        naive = result.first.naive_scores.rmse
        figure = repeats_figure(repeats, naive, result.unit, looks=looks_of(result.runs, _), theme=PAGE, say=_)
        st.caption(_("Each dot is one seed; the upright stroke is the middle one, which stands for all."))
        chart(figure, key="repeats", alt=tell_plainly(repeats_alt(repeats, naive, result.unit, _)))
    for network in result.networks:
        _tell_of_failures(network)
    _more_button(result)


def _tell_of_failures(network: Repeated) -> None:
    for run in network.runs:
        why = failure(run.actual, run.predicted, run.naive, train_mean=run.train_mean)
        if why is not None:
            words = _(
                "{name} with seed {seed} did not learn: {why}.",
                name=network.label.name,
                seed=run.spec.seed,
                why=_(_FAILURES[why]),
            )
            st.warning(words, icon=":material/warning:")


def _more_button(result: Result) -> None:
    done = min(len(network.runs) for network in result.networks)
    wanted = _USUAL if done < _USUAL else 10
    if done >= wanted:
        return
    cells = listed(dict.fromkeys(network.middle.spec.cell for network in result.networks))
    label = _("Train {cells} from {count} seeds", cells=cells, count=shown(wanted))
    if not st.button(label, icon=":material/repeat:", key="repeat_more"):
        return
    try:
        trainings.start(result.job.series, _specs(result, wanted))
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    state.set_repeats(wanted)
    st.rerun(scope="app")


def _specs(result: Result, count: int) -> list[ForecastSpec]:
    """Each network from `count` seeds; what has been trained already is not trained again."""
    firsts = [min((run.spec for run in network.runs), key=lambda spec: spec.seed) for network in result.networks]
    return [spec.change(seed=spec.seed + repeat) for spec in firsts for repeat in range(count)]
