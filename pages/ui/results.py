"""Results, in this order: the verdict, the RMSE side by side, the curves, and the rest in tabs."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import data, rereading
from pages.ui.chart import chart
from pages.ui.language import _, number, plain, shown, tell, tell_all, tell_plainly
from pages.ui.theme import theme
from pages.ui.words import duration
from rnn_core.engine import State, Status
from rnn_core.figures.alt import comparison_alt, losses_alt, scores_alt
from rnn_core.figures.comparison import comparison_figure
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.names import label_all
from rnn_core.figures.scores_chart import scores_figure
from rnn_core.forecast.run import Run, Scores
from rnn_core.judge import Verdict, verdict
from rnn_core.series.safe_csv import safe_csv


def show(statuses: list[Status]) -> None:
    """All there is to say of ended trainings, the failed ones first, in a sentence each."""
    for status in statuses:
        if status.problem is not None:
            st.error(f"**{status.job.spec.cell}** · " + tell(status.problem), icon=":material/error:")
    runs = [_in_my_language(status.run) for status in statuses if status.run is not None]
    alike = [run for run in runs if _test(run) == _test(runs[0])]
    if len(alike) < len(runs):
        st.info(_("The other runs of this link were tested on other data, so they cannot be compared with the first."))
    if alike:
        _show_runs(alike, statuses, _target(statuses))


def _test(run: Run) -> tuple[object, ...]:
    """What two runs must have in common to be compared."""
    return run.series.fingerprint, run.series.target, run.dates[0], run.dates[-1], len(run.dates)


def _target(statuses: list[Status]) -> pd.Series:
    """The values to predict by date, of the first run."""
    job = next(status.job for status in statuses if status.run is not None)
    return job.series.frame[job.series.column(job.spec.target)].dropna()


def _show_runs(runs: list[Run], statuses: list[Status], target: pd.Series) -> None:
    for status in statuses:
        if status.state is State.STOPPED and status.run is not None:
            done, planned = len(status.run.history), status.job.spec.epochs
            cell = status.job.spec.cell
            st.info(
                _(
                    "{cell} was stopped after {done} of {planned} epochs: this is how far it got.",
                    cell=cell,
                    done=done,
                    planned=planned,
                ),
                icon=":material/stop_circle:",
            )
    st.markdown(f"#### {tell_all(_judged(runs).sentences)}")
    chart(scores_figure(runs, theme=theme(), say=_), key="scores", alt=tell_plainly(scores_alt(runs, _)))
    curves = comparison_figure(runs, before=target, theme=theme(), say=_)
    chart(curves, key="comparison", alt=tell_plainly(comparison_alt(runs, _)))
    scores, training, network, facts = st.tabs([_("Scores"), _("Loss curves"), _("Network"), _("Data and settings")])
    with scores:
        _scores(runs)
    with training:
        log = st.toggle(_("Logarithmic scale"), value=True, key="log_losses")
        chart(loss_figure(runs, log=log, theme=theme(), say=_), key="losses", alt=tell_plainly(losses_alt(runs, _)))
    with network:
        _networks(runs)
    with facts:
        _made_with(runs)


def _judged(runs: list[Run]) -> Verdict:
    first = runs[0]
    predictions = {name: run.predicted for name, run in zip(names_of(runs), runs, strict=True)}
    return verdict(first.actual, first.naive, predictions, first.series.unit)


def names_of(runs: list[Run]) -> list[str]:
    """What the runs are called in charts, tables and sentences alike."""
    return [label.name for label in label_all(runs, _)]


def _scores(runs: list[Run]) -> None:
    unit = runs[0].series.unit
    named = zip(names_of(runs), runs, strict=True)
    rows = {name: _row(run.scores, unit, run.theils_u, run) for name, run in named}
    rows[_("Naive line")] = _row(runs[0].naive_scores, unit, 1.0, None)
    st.table(pd.DataFrame(rows).T)
    st.caption(
        _(
            "RMSE: a typical miss, large misses counting more. MAE: the average miss. Against naive: RMSE divided by "
            "that of “tomorrow = today” on the same {rows} test rows; below 1 is better than naive.",
            rows=runs[0].test_windows,
        )
    )
    st.download_button(
        _("Download the predictions (CSV)"),
        data=lambda: safe_csv(_predictions(runs), index=False).encode(),
        file_name="predictions.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _row(scores: Scores, unit: str, ratio: float, run: Run | None) -> dict[str, str]:
    return {
        _in_unit(_("RMSE"), unit): number(scores.rmse),
        _in_unit(_("MAE"), unit): number(scores.mae),
        _("Against naive"): number(ratio),
        _("Parameters"): shown(run.parameters) if run else "–",
        _("Epochs"): shown(len(run.history)) if run else "–",
        _("Training time"): duration(run.seconds) if run else "–",
    }


def _in_unit(score: str, unit: str) -> str:
    return f"{score} ({plain(unit)})" if unit else score


def _predictions(runs: list[Run]) -> pd.DataFrame:
    first = runs[0]
    columns = {"date": first.dates, "actual": first.actual, "naive": first.naive}
    return pd.DataFrame({**columns, **{name: run.predicted for name, run in zip(names_of(runs), runs, strict=True)}})


def _networks(runs: list[Run]) -> None:
    for run in runs:
        st.markdown(f"**{run.spec.cell}** · " + _("{count} parameters to learn", count=run.parameters))
        st.table(
            pd.DataFrame(
                [
                    {_("Layer"): layer.name, _("Output shape"): layer.shape, _("Parameters"): shown(layer.parameters)}
                    for layer in run.layers
                ]
            ).set_index(_("Layer"))
        )


def _made_with(runs: list[Run]) -> None:
    first = runs[0]
    st.markdown(
        _(
            "Data: {name}, column {column}. {train} training windows and {test} test rows.",
            name=first.series.name,
            column=first.series.target,
            train=first.train_windows,
            test=first.test_windows,
        )
    )
    for receipt in (first.series.receipt, first.series.receipt.continued_by):
        if receipt is not None and receipt.found is not None:
            st.markdown(_("How {file} was read:", file=receipt.source) + "\n" + rereading.summary(receipt))
    st.json(first.spec.model_dump(mode="json", exclude={"kind", "cell"}), expanded=False)
    st.caption(", ".join(f"{name} {version}" for name, version in first.versions.items()))


def _in_my_language(run: Run) -> Run:
    facts = run.series
    name, unit = (data.ours(text, facts.receipt) for text in (facts.name, facts.unit))
    return replace(run, series=replace(facts, name=name, unit=unit))
