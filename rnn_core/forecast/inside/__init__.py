"""Inside a trained network: it goes over its test windows once more, in NumPy, and is watched meanwhile. No Keras."""

from rnn_core.forecast.inside.activity import GATES, Activity, gate_activity
from rnn_core.forecast.inside.inside import Inside
from rnn_core.forecast.inside.network import Network
from rnn_core.forecast.inside.tracking import Tracked, Tracking, tracking

__all__ = ["GATES", "Activity", "Inside", "Network", "Tracked", "Tracking", "gate_activity", "tracking"]
