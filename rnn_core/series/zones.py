"""Dates with a time zone as plain ones. Pure."""

import pandas as pd


def without_zone(dates: pd.DatetimeIndex) -> pd.DatetimeIndex:
    """Zoned dates as plain ones: days keep their own calendar, times of day become universal time."""
    if dates.tz is None:
        return dates.as_unit("us")
    local = dates.tz_localize(None)
    plain = local if (local == local.normalize()).all() else dates.tz_convert("UTC").tz_localize(None)
    return plain.as_unit("us")
