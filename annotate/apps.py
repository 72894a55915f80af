"""The annotation app."""

from django.apps import AppConfig


class AnnotateConfig(AppConfig):
    """Claims, tags and links, and the site's own checks."""

    name = "annotate"
    verbose_name = "Annotation"

    def ready(self) -> None:
        """Register the system checks."""
        from annotate.server import checks  # noqa: F401  (registers them)
