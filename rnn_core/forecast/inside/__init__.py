"""Inside a trained network: it goes over its test windows again, in NumPy, and is watched meanwhile. No Keras."""

from rnn_core.forecast.inside.activity import GATES, Activity, gate_activity
from rnn_core.forecast.inside.inside import Inside
from rnn_core.forecast.inside.looked import Looked, look_inside
from rnn_core.forecast.inside.network import Network
from rnn_core.forecast.inside.things import THINGS
from rnn_core.forecast.inside.tracking import Tracked, Tracking, tracking

__all__ = [
    "GATES",
    "THINGS",
    "Activity",
    "Inside",
    "Looked",
    "Network",
    "Tracked",
    "Tracking",
    "gate_activity",
    "look_inside",
    "tracking",
]
