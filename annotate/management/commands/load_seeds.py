"""Load the seed documents with their reference tags and links."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from annotate.models import Link, Tag
from annotate.seeds import SeedError, load_seeds
from corpus.models import Document
from corpus.models.document import Holding


class Command(BaseCommand):
    help = "Load the two seed documents, their 36 tags and 18 links; once loaded, do nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_seeds(settings.SEEDS_DIR)
        except SeedError as error:
            raise CommandError(str(error)) from None
        if loaded.made:
            told = f"{loaded.documents} documents, {loaded.tags} tags, {loaded.links} links"
            self.stdout.write(f"Loaded {told}.")
        else:
            held = (
                Document.objects.filter(holding=Holding.HELD).count(),
                Tag.objects.count(),
                Link.objects.count(),
            )
            told = "{} documents, {} tags, {} links".format(*held)
            self.stdout.write(f"Your data is as you left it: {told}.")
