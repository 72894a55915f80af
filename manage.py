"""Corroborate's commands: `uv run manage.py demo` is the first one to try."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, connection

from annotate.server.database import Unsuitable, no_answer
from annotate.server.embedded import Failure


def main() -> None:
    """Run a command; say in one sentence when the installation cannot."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ["CORROBORATE_DEMO"] = "1"
    try:
        execute_from_command_line(sys.argv)
    except (Failure, ImproperlyConfigured, Unsuitable) as refusal:
        sys.exit(str(refusal))
    except OperationalError as error:
        if connection.connection:
            raise
        sys.exit(no_answer(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
