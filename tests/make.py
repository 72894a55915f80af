"""Makers of test data: fixed values, counters where something must be unique.

Everything is made by the same door the program uses where there is one; tags and links are
made as rows, so that a test can have them in any state.
"""

import json
import uuid
from functools import cached_property
from itertools import count
from typing import Any

from django.conf import settings
from django.test import Client

from annotate.actions.derivations import Copied, Source, document_of, name_source
from annotate.briefs import actions
from annotate.models import (
    Brief,
    BriefItem,
    Claim,
    ClaimStatus,
    Link,
    Provision,
    Remark,
    RemarkKind,
    Speech,
    Tag,
    TagProvision,
    TagStatus,
)
from annotate.seeds import SLUG, seed_uid
from annotate.text.stances import STANCES_ON_ANOTHER
from corpus.actions import make_ready, set_membership, system_person
from corpus.history import history
from corpus.ingest.store import import_text
from corpus.models import TAGGABLE_KINDS, Agent, Collection, Document, Passage, Person
from corpus.models.agent import AgentKind, AgentStatus
from corpus.models.collection import Access

PASSWORD = "words that nobody guesses"

# Everything that ever broke an annotation tool: emoji, combining accent, right to left, CJK
# extension B. The first line is the title.
TEXT = """Statement {number}

The State does naïve 😀 things about terrorism, and cafe\u0301s.

Second paragraph: حقوق الإنسان are human rights, and 𠀋𡈽 are rare characters.
"""

_numbers = count(1)


def person(name: str = "", **fields: Any) -> Person:
    """Return somebody who can sign in with PASSWORD; the user name is the name in one word."""
    number = next(_numbers)
    name = name or f"Person {number}"
    fields = {"display_name": name, "pseudonym": f"Annotator {number}"} | fields
    made = Person(username=fields.pop("username", name.replace(" ", "-").lower()), **fields)
    made.set_password(PASSWORD)
    made.save()
    return made


def member(collection: Collection, role: str, name: str = "") -> Person:
    """Return a new person with `role` in `collection`."""
    somebody = person(name)
    set_membership(collection, somebody, role, by=somebody)
    return Person.objects.get(pk=somebody.pk)


def browser(somebody: Person | None, *, htmx: bool = False) -> Client:
    """Return a client signed in as `somebody` (None: nobody), as a browser or as htmx."""
    client = Client(headers={"HX-Request": "true"} if htmx else {})
    if somebody is not None:
        client.force_login(somebody)
    return client


def collection(
    name: str = "", *, access: str = Access.OPEN, by: Person | None = None
) -> Collection:
    """Return a collection without members."""
    number = next(_numbers)
    return Collection.objects.create(
        name=name or f"Collection {number}",
        slug=f"collection-{number}",
        access=access,
        created_by=by or system_person(),
    )


def agent(name: str = "", *, by: Person | None = None, **fields: Any) -> Agent:
    """Return a confirmed agent, a state unless told otherwise."""
    fields = {"kind": AgentKind.STATE, "status": AgentStatus.ACTIVE} | fields
    return Agent.objects.create(
        name=name or f"State {next(_numbers)}", created_by=by or system_person(), **fields
    )


def document(
    text: str = "",
    *,
    collection: Collection | None = None,
    author: Agent | None = None,
    ready: bool = True,
    by: Person | None = None,
    kinds: dict[int, str] | None = None,
    **metadata: Any,
) -> Document:
    """Return an English document with `text` in it, ready to be tagged unless told otherwise.

    `kinds` gives the kind of passages by their number, where the proposed one will not do.
    """
    by = by or system_person()
    made = import_text(
        (text or TEXT.format(number=next(_numbers))).encode(),
        collection=collection or globals()["collection"](),
        by=by,
        author=author or agent(),
        **({"language": "en"} | metadata),
    )
    for number, kind in (kinds or {}).items():
        describe(passage(made, number), kind=kind, by=by)
    if ready:
        make_ready(made, by=by)
    return made


def describe(place: Passage, *, by: Person | None = None, **fields: Any) -> Passage:
    """Change what is known of a passage, and return it."""
    for field, value in fields.items():
        setattr(place, field, value)
    with history(by=by or system_person(), action="describe_passage"):
        place.save()
    return place


def passage(document: Document, number: int = 2) -> Passage:
    """Return the passage of this number in the current text; by default the first paragraph."""
    return Passage.objects.select_related("text_version__document__author", "voice").get(
        text_version__document=document, text_version__is_current=True, ordinal=number
    )


def claim(label: str = "", *, by: Person | None = None, **fields: Any) -> Claim:
    """Return a claim that is in use."""
    number = next(_numbers)
    fields = {
        "label": label or f"claim {number}",
        "text": f"States do the thing numbered {number}.",
        "kind": "factual",
        "status": ClaimStatus.ACTIVE,
    } | fields
    return Claim.objects.create(created_by=by or system_person(), **fields)


def tag(
    place: Passage | Document | None = None,
    exact: str = "",
    *,
    start: int | None = None,
    end: int | None = None,
    claim: Claim | None = None,
    stance: str = "asserts",
    asserted_by: Agent | None = None,
    held_by: Agent | None = None,
    by: Person | None = None,
    status: str = TagStatus.SUBMITTED,
    **fields: Any,
) -> Tag:
    """Return a tag: on `exact`, or from `start` to `end`, or else on the passage's first words.

    A document stands for its first paragraph that holds the words. The voice is the passage's,
    and a stance on another's position gets somebody to hold it.
    """
    place = _passage_with(exact, place or document())
    text = place.text_version.text
    if start is None:
        start = place.start + (place.text.index(exact) if exact else 0)
    if end is None:
        end = start + len(exact or place.text.split()[0])
    claim = claim or globals()["claim"]()
    voice = place.voice or place.text_version.document.author
    asserted_by = asserted_by or voice
    assert asserted_by, "the document names no author"
    if stance in STANCES_ON_ANOTHER:
        held_by = held_by or agent()
    by = by or system_person()
    with history(by=by, action="tag_words"):
        return Tag.objects.create(
            passage=place,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - 32) : start],
            suffix=text[end : end + 32],
            claim=claim,
            claim_wording=claim.wording,
            claim_when_tagged=claim,
            wording_when_tagged=claim.wording,
            stance=stance,
            asserted_by=asserted_by,
            held_by=held_by,
            speech=fields.pop("speech", Speech.OWN if asserted_by == voice else Speech.QUOTED),
            status=status,
            created_by=by,
            **({"request_key": uuid.uuid4()} | fields),
        )


def _passage_with(exact: str, place: Passage | Document) -> Passage:
    if isinstance(place, Passage):
        return place
    return (
        Passage.objects.select_related("text_version__document__author", "voice")
        .filter(
            text_version__document=place,
            text_version__is_current=True,
            text__contains=exact,
            kind__in=TAGGABLE_KINDS - {"title", "heading"},
        )
        .order_by("ordinal")[:1]
        .get()
    )


def link(
    from_tag: Tag | None = None,
    to_tag: Tag | None = None,
    relation: str = "supports",
    rationale: str = "The one is an instance of the other.",
    *,
    by: Person | None = None,
    **fields: Any,
) -> Link:
    """Return a link; its ends stand in different documents unless they are given."""
    by = by or system_person()
    from_tag, to_tag = from_tag or tag(by=by), to_tag or tag(by=by)
    with history(by=by, action="link_tags"):
        return Link.objects.create(
            from_tag=from_tag,
            to_tag=to_tag,
            relation=relation,
            rationale=rationale,
            created_by=by,
            **fields,
        )


def provision(code: str = "", **fields: Any) -> Provision:
    """Return an article of a treaty."""
    number = next(_numbers)
    fields = {
        "instrument": "Convention against Torture",
        "article": str(number),
        "title": f"Title of article {number}",
        "kind": "treaty",
        "created_by": system_person(),
    } | fields
    return Provision.objects.create(code=code or f"CAT-{number}", **fields)


def tag_provision(tag: Tag, provision: Provision | None = None, **fields: Any) -> TagProvision:
    """Return the tag's engagement of a provision, named and violated unless told otherwise."""
    fields = {"basis": "named", "role": "violated", "created_by": tag.created_by} | fields
    return TagProvision.objects.create(
        tag=tag, provision=provision or globals()["provision"](), **fields
    )


def remark(
    target: Tag | Link | Claim | Document,
    kind: str = RemarkKind.NOTE,
    text: str = "Worth another look.",
    *,
    by: Person | None = None,
) -> Remark:
    """Return a remark on a tag, link, claim or document."""
    by = by or system_person()
    with history(by=by, action="remark"):
        return Remark.objects.create(
            kind=kind, text=text, created_by=by, **{str(target._meta.model_name): target}
        )


def brief(
    *targets: Claim | Tag | str,
    collection: Collection | None = None,
    by: Person | None = None,
    title: str = "",
    question: str = "Who says so, independently of each other?",
) -> Brief:
    """Return a brief that holds the claims, the quotes and the own sentences given, in order."""
    by = by or system_person()
    made = actions.create_brief(
        title or f"Brief {next(_numbers)}",
        question,
        collection=collection or globals()["collection"](),
        by=by,
    )
    for target in targets:
        if isinstance(target, str):
            actions.add_words(made, "text", target, by=by)
        else:
            actions.add_to_brief(made, target, by=by)
    return made


def source(copied: Copied, upstream: Document, kind: str = "reports_on") -> Source:
    """Return that a document, a passage or a tag is copied from `upstream`.

    Whoever brought the document in, or made the tag, says so.
    """
    by = copied if isinstance(copied, Tag) else document_of(copied)
    return name_source(copied, upstream, kind=kind, by=by.created_by)


def part(brief: Brief, number: int = 1) -> BriefItem:
    """Return the part of a brief that stands at this place, counted from 1."""
    return brief.items.order_by("position")[number - 1]


class Seeds:
    """The seeds as they stand in the database, by the names the reference gives them."""

    STATEMENT = "000_4db2bf5ab351bbd7.txt"
    REPORT = "001_e6bed1f7887d5379.txt"

    @cached_property
    def reference(self) -> dict[str, Any]:
        """What was worked out by hand."""
        text = (settings.SEEDS_DIR / "reference.json").read_text("utf-8")
        found: dict[str, Any] = json.loads(text)
        return found

    @property
    def collection(self) -> Collection:
        """The collection of both documents."""
        return Collection.objects.get(slug=SLUG)

    @property
    def statement(self) -> Document:
        """The explanation of vote by the United States: 10 passages."""
        return self.document(self.STATEMENT)

    @property
    def report(self) -> Document:
        """The page by Human Rights in China: 25 passages."""
        return self.document(self.REPORT)

    def document(self, name: str) -> Document:
        """Return the document of this file name, or the external one of this id."""
        return Document.objects.get(uid=seed_uid(name))

    def passage(self, name: str, number: int) -> Passage:
        """Return a passage by its document's file name and its number."""
        return passage(self.document(name), number)

    def claim(self, public_id: str) -> Claim:
        """Return a claim by the id the reference gives it."""
        return Claim.objects.get(uid=seed_uid(public_id))

    def tag(self, name: str) -> Tag:
        """Return a tag by the id the reference gives it."""
        return Tag.objects.select_related("claim", "passage__text_version__document").get(
            uid=seed_uid(name)
        )

    def link(self, name: str) -> Link:
        """Return a link by the id the reference gives it."""
        return Link.objects.get(uid=seed_uid(name))
