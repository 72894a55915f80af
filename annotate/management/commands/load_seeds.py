"""Load the seed documents with their reference tags and links."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from annotate.seeds import SeedError, load_seeds


class Command(BaseCommand):
    help = "Load the two seed documents, their 36 tags and 18 links; once loaded, do nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_seeds(settings.SEEDS_DIR)
        except SeedError as error:
            raise CommandError(str(error)) from None
        word = "Loaded" if loaded.made else "Already there:"
        self.stdout.write(
            f"{word} {loaded.documents} documents, {loaded.tags} tags, {loaded.links} links."
        )
