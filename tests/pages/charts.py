"""The charts that a page of Streamlit's tester shows."""

import json
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest


@dataclass(frozen=True)
class Chart:
    """A chart as the browser gets it: the `figure`, and the words for those who cannot see it."""

    figure: dict[str, Any]
    alt: str


def charts(app: AppTest) -> list[Chart]:
    """The charts of the page in their order; that of a series on the Data page is none of them."""
    protos = [one.proto for one in app.get("bidi_component")]
    sent = [json.loads(proto.json) for proto in protos if proto.component_name == "rnn_lab_chart"]
    return [Chart(json.loads(one["figure"]), one["alt"]) for one in sent]
