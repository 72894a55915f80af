"""Files in the data folder that nobody but their owner may read."""

import os
import tempfile
from pathlib import Path


def keep(path: Path, text: str) -> None:
    """Write `text` to `path`, wholly or not at all, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    opened, unfinished = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(opened, "w") as file:
            file.write(text)
        Path(unfinished).replace(path)
    except OSError:
        Path(unfinished).unlink(missing_ok=True)
        raise
