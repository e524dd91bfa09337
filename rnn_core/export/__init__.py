"""Export: runs as files that work anywhere, and back: bundle, report, script, notebook."""
