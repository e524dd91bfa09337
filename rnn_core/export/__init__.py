"""Export: runs as files that work anywhere, and back: bundle, report, script, notebook."""

from rnn_core.export.bundle import bundle_of, folder_of, require_room
from rnn_core.export.exported import Exported
from rnn_core.export.manifest import MOST_MB
from rnn_core.export.reading import read_bundle
from rnn_core.export.report import report_of
from rnn_core.export.voice import Voice

__all__ = ["MOST_MB", "Exported", "Voice", "bundle_of", "folder_of", "read_bundle", "report_of", "require_room"]
