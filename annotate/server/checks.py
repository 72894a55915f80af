"""System checks of the installation."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from annotate.server.database import TRIGGER_OPTION


@register
def triggers_are_fast(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Fail where a connection leaves pgtrigger's variable unset: bulk writes turn quadratic."""
    return [
        Error(
            f"The database “{alias}” is connected without {TRIGGER_OPTION}.",
            hint="Add it to OPTIONS['options'] in settings.DATABASES.",
            id="annotate.E001",
        )
        for alias, database in settings.DATABASES.items()
        if TRIGGER_OPTION not in database.get("OPTIONS", {}).get("options", "")
    ]
