"""The questions a person saved, as lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from annotate.models import Question, SavedQuestion
from corpus.models import Agent, Collection, Person


@dataclass(frozen=True)
class SavedLine:
    """A saved question: its name, what it asks with which filters, and its address."""

    saved: SavedQuestion
    title: str
    filters: str
    address: str


def saved_by(person: Person) -> list[SavedLine]:
    """Return the questions a person has saved, by name, in three queries.

    What a filter names is told only as far as the person can still see it.
    """
    rows = list(SavedQuestion.objects.filter(created_by=person).order_by("name", "pk"))
    slugs = {saved.filters.get("collection", "") for saved in rows} - {""}
    states = {saved.filters["state"] for saved in rows if "state" in saved.filters}
    collections = Collection.objects.visible_to(person).filter(slug__in=slugs)
    agents = Agent.objects.visible_to(person).filter(pk__in=states)
    names = dict(collections.values_list("slug", "name")) if slugs else {}
    names |= {str(agent.pk): str(agent) for agent in agents} if states else {}
    return [_line(saved, names) for saved in rows]


def get_saved_question(person: Person, saved_id: int) -> SavedQuestion:
    """Return a question the person saved; raise Http404 for anybody else's."""
    return get_object_or_404(SavedQuestion, pk=saved_id, created_by=person)


def _line(saved: SavedQuestion, names: dict[str, str]) -> SavedLine:
    return SavedLine(
        saved,
        Question(saved.question).in_words,
        ", ".join(_told(saved.filters.items(), names)),
        reverse("show_question", args=[saved.question], query=saved.filters),
    )


def _told(filters: Iterable[tuple[str, str]], names: dict[str, str]) -> Iterable[str]:
    """Yield the filters in words."""
    for name, value in filters:
        if name == "year":
            yield _("since %(year)s") % {"year": value}
        else:
            yield names.get(value, _("something you may no longer see"))
