"""What a curator is shown before an act: the tags it concerns."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from annotate.access import readable_tags
from annotate.models import LIVE, Speech, Tag, TagStatus
from corpus.models import Agent, Document, Passage, Person

GONE = (TagStatus.WITHDRAWN, TagStatus.REJECTED)
_DOCUMENT = "passage__text_version__document"


def tags_that_follow_voices(voices: Mapping[int, Agent | None], *, reader: Person) -> QuerySet[Tag]:
    """Return the own-speech tags that get another voice when passages do.

    `voices` has the new voice of passages by their id; None stands for the document's author.
    """
    rows = Passage.objects.filter(pk__in=voices).values_list(
        "pk", "voice", "text_version__document__author"
    )
    changing = []
    for passage, voice, author in rows:
        new = voices[passage]
        if (new.pk if new else author) != (voice or author):
            changing.append(passage)
    return _own(reader).filter(passage__in=changing)


def tags_that_follow_author(
    document: Document, author: Agent | None, *, reader: Person
) -> QuerySet[Tag]:
    """Return the own-speech tags that get another voice when the document's author does."""
    tags = _own(reader).filter(**{_DOCUMENT: document}, passage__voice=None)
    return tags.exclude(**{f"{_DOCUMENT}__author": author})


def tags_that_fall(documents: Iterable[Document], *, reader: Person) -> QuerySet[Tag]:
    """Return the live tags in documents, which need a second look when these are closed."""
    return readable_tags(reader).filter(**{f"{_DOCUMENT}__in": documents}, status__in=LIVE)


def _own(reader: Person) -> QuerySet[Tag]:
    return readable_tags(reader).filter(speech=Speech.OWN).exclude(status__in=GONE)
