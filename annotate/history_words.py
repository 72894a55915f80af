"""The words of a history: acts, fields and values as people read them, never ids."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Field, Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from annotate.models import Claim, Provision, Tag, TagDerivation, TagProvision
from corpus.access import Reader
from corpus.models import Agent, Collection, Derivation, Document, Passage, Person

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

ACTS = {
    "add_claim": gettext_noop("put a claim into the brief"),
    "add_document": gettext_noop("recorded the document"),
    "add_tag": gettext_noop("put a quote into the brief"),
    "add_words": gettext_noop("wrote into the brief"),
    "answer_remark": gettext_noop("answered a remark"),
    "back_to_intake": gettext_noop("took the document back to be prepared"),
    "change_document": gettext_noop("changed what is known of the document"),
    "change_passages": gettext_noop("changed what is known of passages"),
    "change_source": gettext_noop("changed what this is copied from"),
    "close_split": gettext_noop("split the claim"),
    "confirm_link": gettext_noop("looked again: the link stands"),
    "confirm_tag": gettext_noop("looked again: the tag stands"),
    "create_brief": gettext_noop("began the brief"),
    "create_claim": gettext_noop("made the claim"),
    "deprecate_claim": gettext_noop("marked the claim as no longer used"),
    "doubt_provenance": gettext_noop(
        "took back that somebody looked where the document comes from"
    ),
    "edit_brief": gettext_noop("changed the title and question of the brief"),
    "edit_claim": gettext_noop("changed the claim"),
    "edit_link": gettext_noop("changed the link"),
    "edit_tag": gettext_noop("changed the tag"),
    "edit_words": gettext_noop("changed own words of the brief"),
    "freeze": gettext_noop("froze an edition of the brief"),
    "hide_document": gettext_noop("hid the document"),
    "import_text": gettext_noop("imported the text"),
    "join_agents": gettext_noop("said that the two are not independent"),
    "leave_out_against": gettext_noop("left evidence on the other side out of the brief"),
    "link_tags": gettext_noop("linked the two quotes"),
    "load_seeds": gettext_noop("loaded this with the seeds"),
    "forget_source": gettext_noop("took back what this is copied from"),
    "forget_pair": gettext_noop("took back that the two are not the same"),
    "make_ready": gettext_noop("opened the document for tagging"),
    "mark_boilerplate": gettext_noop("marked passages that are no text of the document"),
    "merge_agents": gettext_noop("said that two agents are the same"),
    "merge_claims": gettext_noop("said that two claims are the same"),
    "move_item": gettext_noop("moved a part of the brief"),
    "part_agents": gettext_noop("took back that the two are not independent"),
    "name_source": gettext_noop("said what this is copied from"),
    "put_back": gettext_noop("put the document back"),
    "put_parts_in": gettext_noop("put the parts of a split claim into the brief"),
    "put_in_against": gettext_noop("put evidence on the other side back into the brief"),
    "reactivate_claim": gettext_noop("took the claim into use again"),
    "restore_link": gettext_noop("brought the link back"),
    "restore_tag": gettext_noop("brought the tag back"),
    "review_provenance": gettext_noop("looked where the document comes from"),
    "share_claim": gettext_noop("shared the claim with everybody"),
    "show_document_again": gettext_noop("showed the document again"),
    "tag_words": gettext_noop("tagged the words"),
    "undo_agent_merge": gettext_noop("took two agents apart again"),
    "undo_merge": gettext_noop("took two claims apart again"),
    "take_out": gettext_noop("took a part out of the brief"),
    "withdraw_document": gettext_noop("withdrew the document"),
    "withdraw_link": gettext_noop("withdrew the link"),
    "withdraw_tag": gettext_noop("withdrew the tag"),
}
_PLAIN_ACTS = {
    "insert": gettext_noop("made this"),
    "update": gettext_noop("changed this"),
    "delete": gettext_noop("removed this"),
}
# Known to the program only, or told in other words.
_UNTOLD = frozenset(
    {
        *("id", "uid", "public_id", "created_by", "created_at", "revision", "request_key"),
        *("status_before", "staled_by", "fell_at_revision", "from_tag", "to_tag"),
        *("claim_when_tagged", "wording_when_tagged", "coded"),
        *("start", "end", "prefix", "suffix", "text_version", "ordinal"),
        *("original_file", "original_sha256", "brief"),
    }
)
_LABELS = {
    "stance": gettext_lazy("what they say about it"),
    "speech": gettext_lazy("where the words are"),
    "claim_wording": gettext_lazy("wording of the claim"),
    "anchor_state": gettext_lazy("the words are"),
    "stale_reason": gettext_lazy("why it needs a second look"),
    "directness": gettext_lazy("how direct"),
}
_NOTHING: tuple[Any, ...] = ("", [], None, False)
_ENGAGED = ("basis", "role")
_LONGEST = 600  # characters of one value


type Place = tuple[datetime.datetime, int, int]


@dataclass(frozen=True)
class Event:
    """One row of a history table, and the row that stood before it."""

    rank: int
    after: Any
    before: Any

    @property
    def place(self) -> Place:
        """Where the event stands: newest first, then by table, then by row."""
        return (self.after.pgh_created_at, -self.rank, self.after.pgh_id)

    @property
    def act(self) -> tuple[Any, ...]:
        """What the events of one act have in common."""
        context = self.after.pgh_context or {}
        return (self.after.pgh_created_at, context.get("by"), context.get("action"))


@dataclass(frozen=True)
class Change:
    """What became of one field; `before` or `after` is empty where there was nothing.

    `is_first` says that the row itself was made then: nothing was changed.
    """

    where: str
    label: "str | StrPromise"
    before: str
    after: str
    is_first: bool = False


def act_in_words(action: str, label: str) -> str:
    """Return what somebody did, as it follows a name: "withdrew the tag"."""
    return _(ACTS.get(action) or _PLAIN_ACTS[label])


class Teller:
    """Tells the changes of events; fetches every name in them once, by one query a kind."""

    def __init__(self, events: Iterable[Event], reader: Reader, *, secret: frozenset[str]) -> None:
        self._secret = secret
        wanted: dict[type[Model], set[int]] = {}
        for event in events:
            for model, number in _named(event):
                wanted.setdefault(model, set()).add(number)
        self._names = {model: _names(model, ids, reader) for model, ids in wanted.items()}

    def person(self, number: int | None) -> Person | None:
        """Return the person of this id; None for nobody."""
        found = self._names.get(Person, {}).get(number or 0)
        return found if isinstance(found, Person) else None

    def changes(self, event: Event) -> Iterator[Change]:
        """Yield what an event changed, field by field, in the model's order."""
        model = event.after.pgh_tracked_model
        if model is TagProvision:
            yield self._provision(event)
            return
        if model in (Derivation, TagDerivation):
            yield self._source(event)
            return
        if event.after.pgh_label == "delete":
            return
        where = _numbered(event.after) if model is Passage else ""
        if "start" in _fields(event.after) and (place := _moved(event)):
            yield Change(where, _("place in the text"), *place)
        for field in _fields(event.after).values():
            before, after = self._values(field, event)
            if before != after:
                label = _LABELS.get(field.name) or field.verbose_name
                yield Change(where, label, before, after, is_first=event.before is None)

    def _values(self, field: "Field[Any, Any]", event: Event) -> tuple[str, str]:
        if field.name in _UNTOLD | self._secret:
            return "", ""
        old = getattr(event.before, field.attname, None)
        new = getattr(event.after, field.attname)
        if old == new or (event.before is None and new in (*_NOTHING, field.get_default())):
            return "", ""
        return self._told(field, old), self._told(field, new)

    def _told(self, field: "Field[Any, Any]", value: Any) -> str:
        if field.related_model and value is not None:
            return self._name(field.related_model, value)
        if field.choices and value:
            return str(dict(field.flatchoices).get(value, value))
        return _plain(value)

    def _name(self, model: Any, number: int) -> str:
        found = self._names.get(model, {}).get(number)
        if found is None:
            return _("something you may not see")
        if isinstance(found, Tag):
            return found.in_short
        return _numbered(found) if isinstance(found, Passage) else str(found)

    def _provision(self, event: Event) -> Change:
        """Return what a tag engages, before and after, each as one line."""
        gone = event.after.pgh_label == "delete"
        old, new = (event.after, None) if gone else (event.before, event.after)
        return Change("", _("provision"), self._engaged(old), self._engaged(new))

    def _source(self, event: Event) -> Change:
        """Return what something is copied from, before and after, each as one line."""
        gone = event.after.pgh_label == "delete"
        old, new = (event.after, None) if gone else (event.before, event.after)
        passage = getattr(event.after, "passage_id", None)
        where = self._name(Passage, passage) if passage else ""
        return Change(where, _("copied from"), self._copied(old), self._copied(new), not old)

    def _copied(self, row: Any) -> str:
        """Return how and from what; nothing where the reader may not see the document (I20)."""
        upstream = self._names.get(Document, {}).get(row.upstream_id) if row else None
        if upstream is None:
            return ""
        how = self._told(_fields(row)["kind"], row.kind)
        line = _("%(how)s “%(title)s”") % {"how": how, "title": upstream}
        words = "" if "evidence_quote" in self._secret else _plain(row.evidence_quote)
        return f"{line}: {words}" if words else line

    def _engaged(self, row: Any) -> str:
        if row is None:
            return ""
        basis, role = (self._told(_fields(row)[name], getattr(row, name)) for name in _ENGAGED)
        return f"{self._name(Provision, row.provision_id)} ({basis}, {role})"


def _fields(row: Any) -> "dict[str, Field[Any, Any]]":
    """Return the fields of the model that its history keeps."""
    kept = {field.name for field in row._meta.concrete_fields}
    fields = row.pgh_tracked_model._meta.concrete_fields
    return {field.name: field for field in fields if field.name in kept}


def _named(event: Event) -> Iterator[tuple[type[Model], int]]:
    """Yield whatever an event names: model and id."""
    by = (event.after.pgh_context or {}).get("by")
    if by:
        yield Person, by
    for row in filter(None, (event.before, event.after)):
        for name, field in _fields(row).items():
            number = getattr(row, field.attname)
            if field.related_model and number is not None and name not in _UNTOLD:
                yield field.related_model, number


def _names(model: type[Model], ids: set[int], reader: Reader) -> dict[int, Any]:
    """Return what is named by `ids`, as far as `reader` may see it (I20)."""
    if model is Tag:
        tags = Tag.objects.visible_to(reader).select_related("passage__text_version__document")
        return tags.defer("passage__text_version__text").in_bulk(ids)
    if model in (Agent, Claim, Collection, Document):
        return {row.pk: row for row in model._default_manager.visible_to(reader).filter(pk__in=ids)}
    if model is Passage:
        seen = Document.objects.visible_to(reader).values("pk")
        passages = Passage.objects.filter(pk__in=ids, text_version__document__in=seen)
        return {row.pk: row for row in passages.defer("text_version__text")}
    return model._default_manager.in_bulk(ids)


def _moved(event: Event) -> tuple[str, str] | None:
    """Return the place of the words before and after, where it changed."""
    if event.before is None:
        return None
    places = [f"{row.start + 1}–{row.end}" for row in (event.before, event.after)]
    return (places[0], places[1]) if places[0] != places[1] else None


def _numbered(passage: Any) -> str:
    """Return a passage, or a row of its history, by its number."""
    return _("Passage %(number)d") % {"number": passage.ordinal}


def _plain(value: Any) -> str:
    """Return a value without a name of its own in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.date):
        return date_format(value, "j F Y")
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    if isinstance(value, dict):
        return f"{value.get('text', '')} ({value.get('language', '')})"
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
