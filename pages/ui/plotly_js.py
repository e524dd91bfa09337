"""plotly.js for the browser, from the installed plotly package: no chart asks the internet for it."""

import os
import shutil
import tempfile
from pathlib import Path

import plotly

_BUNDLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


def publish_plotly(folder: Path) -> Path:
    """Put plotly.js into the served `folder` unless it is there already; many servers may do so at once."""
    target = folder / "plotly.min.js"
    if target.exists() and target.stat().st_size == _BUNDLE.stat().st_size:
        return target
    folder.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    shutil.copyfile(_BUNDLE, half)
    Path(half).chmod(0o644)
    os.replace(half, target)
    return target
