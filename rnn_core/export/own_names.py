"""A run under the names of its data: forecasts on display have them in the visitor's language. Pure."""

from dataclasses import replace

from rnn_core.export.exported import Exported
from rnn_core.records import FORECAST


def with_own_names(one: Exported) -> Exported:
    """`one` with its run's facts as the series has them, whatever language they were shown in."""
    if one.kind != FORECAST:
        return one
    series = one.data
    facts = replace(one.run.series, name=series.name, unit=series.unit, receipt=series.receipt)
    return replace(one, run=replace(one.run, series=facts))
