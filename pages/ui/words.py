"""Small phrases that several pages need."""

from pages.ui.language import _


def duration(seconds: float) -> str:
    """A time in words, as coarse as a person would say it."""
    if seconds < 90:
        return _("{seconds} s", seconds=round(seconds))
    return _("{minutes} min", minutes=round(seconds / 60))
