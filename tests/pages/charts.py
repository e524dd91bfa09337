"""The charts that a page of Streamlit's tester shows."""

import json
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest


@dataclass(frozen=True)
class Chart:
    """A chart as the browser gets it: the `figure`, the words for those who cannot see it, and those of its buttons."""

    figure: dict[str, Any]
    alt: str
    buttons: tuple[str, ...]


def charts(app: AppTest) -> list[Chart]:
    """The charts of the page in their order; that of a series on the Data page is none of them."""
    protos = [one.proto for one in app.get("bidi_component")]
    sent = [json.loads(proto.json) for proto in protos if proto.component_name == "rnn_lab_chart"]
    return [Chart(json.loads(one["figure"]), one["alt"], _buttons(one["words"])) for one in sent]


def _buttons(words: dict[str, Any]) -> tuple[str, ...]:
    return (words["full"], *words["buttons"].values())
