"""Shape: all of a spec that is compiled into a learner, so that trainings of one shape share what is compiled. Pure."""

from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import ForecastSpec

_COMPILED = {"cell", "units", "layers", "bidirectional", "attention", "window", "horizon"} | {
    *("dropout", "recurrent_dropout", "l2", "loss", "optimizer", "clip_norm")
}
# A schedule is part of what is compiled, with all that decides it.
_SCHEDULED = {"learning_rate", "epochs"}

# What so many shapes have compiled is kept in a worker.
KEPT_SHAPES = 4


def shape_of(spec: ForecastSpec, features: int, *, batches: int, fast: bool) -> str:
    """The same text for all trainings that share what is compiled.

    `features` is how many values are read a time step, `batches` how many an epoch has, `fast` says which layers work.
    """
    scheduled = spec.schedule == "cosine"
    named = spec.model_dump_json(include=_COMPILED | (_SCHEDULED if scheduled else set()))
    return f"{features} {batches if scheduled else 0} {fast} {SCALERS[spec.scaling].by_window} {named}"
