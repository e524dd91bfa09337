"""A run under the names of its series: runs on display have them in the visitor's language. Pure."""

from dataclasses import replace

from rnn_core.export.exported import Exported


def with_own_names(one: Exported) -> Exported:
    """`one` with its run's facts as the series has them, whatever language they were shown in."""
    series = one.data
    facts = replace(one.run.series, name=series.name, unit=series.unit, receipt=series.receipt)
    return replace(one, run=replace(one.run, series=facts))
