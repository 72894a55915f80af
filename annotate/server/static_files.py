"""How static files are named and served when they come from collectstatic."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


# WhiteNoise has no types.
class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names that carry the content's hash, also where one ES module imports another."""

    support_js_module_import_aggregation = True


def are_collected() -> bool:
    """Say whether collectstatic has run to its end."""
    return (Path(settings.STATIC_ROOT) / "staticfiles.json").exists()


def collect_if_changed() -> None:
    """Run collectstatic, unless no source has changed since the last time it ended."""
    note = Path(settings.STATIC_ROOT) / "collected-from"
    now = hashlib.sha256("\n".join(sorted(_sources())).encode()).hexdigest()
    if are_collected() and note.exists() and note.read_text() == now:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    note.write_text(now)


def _sources() -> Iterator[str]:
    """Yield a line for each static file that changes when the file does."""
    for finder in get_finders():
        for name, storage in finder.list(None):
            about = Path(storage.path(name)).stat()
            yield f"{name} {about.st_size} {about.st_mtime_ns}"
