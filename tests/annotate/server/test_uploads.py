"""The limit on uploaded files."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from annotate.server.uploads import TooLarge


def upload(size: int) -> Any:
    """Return a request that uploads one file of `size` bytes."""
    file = SimpleUploadedFile("text.txt", b"x" * size)
    return RequestFactory().post("/", {"file": file})


def test_a_file_of_the_largest_size_is_taken(settings):
    settings.CORROBORATE_MAX_UPLOAD = 100_000

    assert upload(100_000).FILES["file"].size == 100_000


def test_a_larger_file_arrives_without_its_content_and_with_its_size(settings):
    settings.CORROBORATE_MAX_UPLOAD = 100_000

    file = upload(100_001).FILES["file"]

    assert isinstance(file, TooLarge)
    assert (file.name, file.size, file.read()) == ("text.txt", 100_001, b"")


def test_what_is_kept_in_a_temporary_file_is_dropped(settings, tmp_path):
    settings.CORROBORATE_MAX_UPLOAD = 100_000
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10_000
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)

    kept = upload(90_000).FILES["file"]
    assert list(tmp_path.iterdir())
    kept.close()
    dropped = upload(200_000).FILES["file"]

    assert dropped.size == 200_000
    assert not list(tmp_path.iterdir())


def test_fields_after_a_file_that_is_too_large_are_read(settings):
    settings.CORROBORATE_MAX_UPLOAD = 100_000
    file = SimpleUploadedFile("text.txt", b"x" * 100_001)

    request = RequestFactory().post("/", {"before": "1", "file": file, "after": "2"})

    assert (request.POST["before"], request.POST["after"]) == ("1", "2")
