"""Which answers are worth a line in the log."""

import logging
from http import HTTPStatus

# A form shown again with what is wrong, or with what somebody else saved in the meantime.
REFUSED = (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT)


class Unexpected(logging.Filter):
    """Keeps the refusals that a person has read on the page out of the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the answer is anything but such a refusal."""
        return getattr(record, "status_code", None) not in REFUSED
