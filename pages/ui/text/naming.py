"""What a network that works with text is called, beside others of its kind."""

from typing import Any

from pages.ui.language import _


def name_of(spec: Any) -> str:
    """By what tells it from those that were trained beside it; text without marks."""
    match spec.kind:
        case "sentiment":
            parts = [spec.cell, _("two-directional") if spec.bidirectional else "", _("attention") * spec.attention]
            return " · ".join(filter(None, parts))
        case "rewrite":
            return _("{cell} with attention", cell=spec.cell) if spec.attention else _("{cell} alone", cell=spec.cell)
    return str(spec.cell)
