"""Lines that several pictures share. Pure."""

from rnn_core.lessons.pitfalls.demonstration import Forecast, Line, Look, Role
from rnn_core.lessons.pitfalls.material import Material, Rows
from rnn_core.words import N_

WITH = N_("with the cheat")
WITHOUT = N_("honest")


def real_line(material: Material, rows: Rows) -> Line:
    """The real values of `rows`."""
    return Line("real", N_("real values"), material.dates[rows], material.values[rows])


def line_of(material: Material, forecast: Forecast, role: Role, name: str, *, look: Look = "line") -> Line:
    """What `forecast` says."""
    return Line(role, name, material.dates[forecast.rows], forecast.predicted, look)


def last_part(forecast: Forecast, rows: int) -> Forecast:
    """The last `rows` of `forecast` alone."""
    return Forecast(forecast.rows[-rows:], forecast.actual[-rows:], forecast.predicted[-rows:], forecast.naive[-rows:])
