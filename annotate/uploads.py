"""The limit on uploaded files, kept before anything is stored."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class RefuseLargeUpload(FileUploadHandler):
    """Stop reading an upload that is larger than CORROBORATE_MAX_UPLOAD bytes."""

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Count each file from nothing."""
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the bytes on; raise RequestDataTooBig at the first one too many."""
        self.received += len(raw_data)
        if self.received > settings.CORROBORATE_MAX_UPLOAD:
            raise RequestDataTooBig("The file is larger than CORROBORATE_MAX_UPLOAD allows.")
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that follow."""
