"""How the networks learnt: their losses, and the training once more as a film."""

import pandas as pd
import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, number, shown, tell_plainly
from pages.ui.results.result import Result
from pages.ui.words import duration
from rnn_core.figures.ahead_alt import replay_alt
from rnn_core.figures.alt import losses_alt
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.replay import replay_figure
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.run import Run


def show(result: Result) -> None:
    """Losses, the film, and numbers."""
    runs = result.middles
    log = st.toggle(_("Logarithmic scale"), value=True, key="log_losses")
    chart(loss_figure(runs, log=log, theme=PAGE, say=_), key="losses", alt=tell_plainly(losses_alt(runs, _)))
    if any(run.frames for run in runs):
        st.markdown("**" + _("Watch them learn again") + "**")
        st.caption(_("Press play, or drag the slider: what each network predicted of the test part after each epoch."))
        for network in result.networks:
            run = network.middle
            if run.best_epoch < len(run.history):
                name, epoch = network.label.name, run.best_epoch
                st.caption(_("{name} was tested as it was after epoch {epoch}, its best.", name=name, epoch=epoch))
        chart(replay_figure(runs, theme=PAGE, say=_), key="replay", alt=tell_plainly(replay_alt(runs, _)))
    rows = {network.label.name: _row(network.middle) for network in result.networks}
    st.table(pd.DataFrame(rows).T)


def _row(run: Run) -> dict[str, str]:
    return {
        _("Epochs"): shown(len(run.history)),
        _("Best epoch"): shown(run.best_epoch) if run.spec.patience else "–",
        _("Last loss"): number(run.history[-1].loss) if run.history else "–",
        _("Training time"): duration(run.seconds),
        _("Parameters"): shown(run.parameters),
        _("Seed"): str(run.spec.seed),
    }
