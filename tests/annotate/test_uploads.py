"""The limit on uploaded files."""

from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory


def upload(size: int) -> Any:
    """Return a request that uploads one file of `size` bytes."""
    file = SimpleUploadedFile("text.txt", b"x" * size)
    return RequestFactory().post("/", {"file": file})


def test_a_file_of_the_largest_size_is_taken(settings):
    settings.CORROBORATE_MAX_UPLOAD = 100_000

    assert upload(100_000).FILES["file"].size == 100_000


def test_a_larger_file_is_refused_while_it_arrives(settings):
    settings.CORROBORATE_MAX_UPLOAD = 100_000

    with pytest.raises(RequestDataTooBig):
        _ = upload(100_001).FILES
