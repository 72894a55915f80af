"""Static files: collected when they have changed, and only then."""

import pytest

from annotate.server.static_files import are_collected, collect_if_changed


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    """Return an empty place for static files, which are named as in production."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "annotate.server.static_files.HashedFiles"}
    }
    return settings.STATIC_ROOT


@pytest.fixture(autouse=True)
def source(settings, tmp_path):
    """Return the folder of the sources: one module, which imports another."""
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "one.js").write_text('import { two } from "./two.js";\n')
    (tmp_path / "source" / "two.js").write_text("export const two = 2;\n")
    return tmp_path / "source"


def test_they_are_collected_once(root):
    assert not are_collected()

    collect_if_changed()

    assert are_collected()
    manifest = root / "staticfiles.json"
    manifest.write_text("as it was")
    collect_if_changed()
    assert manifest.read_text() == "as it was"


def test_they_are_collected_again_when_a_source_has_changed(root, source):
    collect_if_changed()

    (source / "two.js").write_text("export const two = 3 - 1;\n")
    collect_if_changed()

    assert (root / "two.js").read_text() == "export const two = 3 - 1;\n"


def test_they_are_collected_again_when_they_are_gone(root):
    collect_if_changed()

    (root / "staticfiles.json").unlink()
    collect_if_changed()

    assert are_collected()


def test_modules_import_each_other_by_their_hashed_names(root):
    collect_if_changed()

    [hashed] = root.glob("one.*.js")
    assert '"./two.js"' not in hashed.read_text()
