"""Export: runs as files that work anywhere, and back: bundle, report, script, notebook."""

from rnn_core.export.bundle import bundle_of, folder_of
from rnn_core.export.exported import Exported
from rnn_core.export.manifest import MOST_RUNS
from rnn_core.export.reading import read_bundle
from rnn_core.export.report import report_of
from rnn_core.export.voice import Voice

__all__ = ["MOST_RUNS", "Exported", "Voice", "bundle_of", "folder_of", "read_bundle", "report_of"]
