"""The limit on uploaded files, kept before anything is stored."""

import io

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class TooLarge(InMemoryUploadedFile):
    """Stands for a file over the limit: it has its name and its size in bytes, and no content.

    So the form that asked for the file can say what is wrong, with all else that was typed.
    """


class RefuseLargeUpload(FileUploadHandler):
    """Keep nothing of an upload that is larger than CORROBORATE_MAX_UPLOAD bytes."""

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Count each file from nothing."""
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # as Django calls it
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass the bytes on, to nobody once they are too many."""
        self.received += len(raw_data)
        return None if self._is_too_large else raw_data

    def file_complete(self, file_size: int) -> TooLarge | None:
        """Return what stands for a file over the limit; leave others to those that follow."""
        if not self._is_too_large:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            if handler is not self:
                handler.upload_interrupted()  # it drops what it has kept so far
        return TooLarge(
            io.BytesIO(), self.field_name, self.file_name, self.content_type, self.received, None
        )

    @property
    def _is_too_large(self) -> bool:
        return self.received > settings.CORROBORATE_MAX_UPLOAD
