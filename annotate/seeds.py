"""Load the two seed documents with their reference tags and links.

`seeds/reference.json` was worked by hand; this module maps its words to the model's:
* the reference names the effective holder in `held_by`; for a voice's own position the model
  leaves it empty;
* derivation kinds `verbatim` and `altered` are `verbatim_quote` and `altered_quote`;
* a remark in brackets behind a publisher, and where an address was found, become notes on the
  document.
"""

import datetime
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from annotate.models import (
    SYMMETRIC,
    Claim,
    ClaimStatus,
    Link,
    Provision,
    Remark,
    RemarkKind,
    Stance,
    Tag,
    TagDerivation,
    TagProvision,
    TagStatus,
)
from corpus.actions import system_person
from corpus.history import history
from corpus.ingest.store import import_text
from corpus.models import Agent, Collection, Derivation, Document, Passage, Person
from corpus.models.agent import AgentKind, AgentStatus
from corpus.models.collection import Access
from corpus.models.document import CaptureQuality, DatePrecision, DocumentStatus, Holding
from corpus.refusals import refusals

SLUG = "sco-study"
PALETTE_STEP = 12
DERIVATION_KINDS = {"verbatim": "verbatim_quote", "altered": "altered_quote"}
_BRACKETS = re.compile(r"^(?P<name>.*?)\s*\((?P<remark>[^)]*)\)$", re.DOTALL)
_CONTEXT = 32


class SeedError(Exception):
    """The seeds do not fit this installation; the message says where."""


def seed_uid(name: str) -> uuid.UUID:
    """Return the identity of a seed row, the same in every installation."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"https://corroborate.example/seeds/{name}")


def split_remark(text: str) -> tuple[str, str]:
    """Return a name and the remark that follows it in brackets, if any."""
    found = _BRACKETS.match(text)
    return (found["name"], found["remark"]) if found else (text, "")


def parse_date(text: str) -> tuple[datetime.date, str]:
    """Return the first day a date of year, month or day can mean, and its precision."""
    parts = [int(part) for part in text.split("-")]
    precision = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)[len(parts) - 1]
    return datetime.date(*[*parts, 1, 1][:3]), precision


def stored_holder(stance: str, held_by: str | None, asserted_by: str) -> str | None:
    """Return the holder as the model stores it: nobody for the voice's own position."""
    if stance == Stance.ASSERTS:
        if held_by not in (None, asserted_by):
            raise SeedError(f"{asserted_by} asserts what {held_by} holds")
        return None
    return held_by


def load_seeds(folder: Path) -> "Loaded":
    """Load the seeds of `folder` once; a second call finds them and changes nothing."""
    loader = _Loader(folder, system_person())
    with transaction.atomic(), refusals(deferred=True), history(by=loader.by, action="load_seeds"):
        if not Document.objects.filter(uid=seed_uid(loader.reference["documents"][0]["document"])):
            loader.load()
    return Loaded(
        documents=len(loader.reference["documents"]),
        tags=Tag.objects.filter(uid__in=loader.uids("tags")).count(),
        links=Link.objects.filter(uid__in=loader.uids("links")).count(),
        made=bool(loader.tags),
    )


@dataclass(frozen=True)
class Loaded:
    """What is there after loading, and whether this call made it."""

    documents: int
    tags: int
    links: int
    made: bool


@dataclass
class _Loader:
    folder: Path
    by: Person
    agents: dict[str, Agent] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    passages: dict[tuple[str, int], Passage] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reference = json.loads((self.folder / "reference.json").read_text("utf-8"))
        self.aliases = json.loads((self.folder / "aliases.json").read_text("utf-8"))

    def uids(self, rows: str) -> list[uuid.UUID]:
        """Return the identities of the reference's tags or links."""
        return [seed_uid(row["id"]) for row in self.reference[rows]]

    def load(self) -> None:
        self.collection, _made = Collection.objects.get_or_create(
            slug=SLUG,
            defaults={
                "name": "SCO study",
                "description": "Two public texts on the Shanghai Cooperation Organization.",
                "access": Access.OPEN,
                "created_by": self.by,
            },
        )
        self.load_agents()
        self.load_external_documents()
        for row in self.reference["documents"]:
            self.load_document(row)
        self.load_claims()
        self.load_provisions()
        self.load_tags()
        self.load_links()
        self.load_derivations()

    def agent(self, name: str | None, kind: str = AgentKind.UNKNOWN) -> Agent | None:
        """Return the shared agent of this name, made if need be."""
        if not name:
            return None
        if name not in self.agents:
            agent = Agent.objects.filter(name=name, disambiguation="", home=None).first()
            self.agents[name] = agent or Agent.objects.create(
                uid=seed_uid(name),
                name=name,
                kind=kind,
                status=AgentStatus.ACTIVE,
                aliases=self.aliases.get(name, []),
                created_by=self.by,
            )
        return self.agents[name]

    def load_agents(self) -> None:
        for row in self.reference["agents"]:
            self.agent(row["name"], row["kind"])
        for row in self.reference["agents"]:
            agent = self.agents[row["name"]]
            agent.acts_for = self.agent(row.get("acts_for"))
            agent.independence_parent = self.agent(row.get("independence_parent"))
            agent.note = row.get("note") or ""
            agent.save()

    def load_external_documents(self) -> None:
        for row in self.reference["external_sources"]:
            uttered_on, precision = parse_date(row["date"])
            self.documents[row["id"]] = Document.objects.create(
                uid=seed_uid(row["id"]),
                collection=self.collection,
                title=row["title"],
                author=self.agent(row["author"]),
                uttered_on=uttered_on,
                uttered_precision=precision,
                holding=Holding.EXTERNAL,
                status=DocumentStatus.READY,
                created_by=self.by,
            )

    def load_document(self, row: dict[str, Any]) -> None:
        name = row["document"]
        publisher, publisher_remark = split_remark(row["publisher"] or "")
        passages = self.reference["passages"][name]
        uttered_on, precision = parse_date(row["uttered_on"])
        partial = any((p["flag"] or "").startswith(("truncated", "error")) for p in passages)
        document = import_text(
            (self.folder / name).read_bytes(),
            collection=self.collection,
            by=self.by,
            filename=name,
            title=row["title"],
            uid=seed_uid(name),
            kind=row["kind"],
            author=self.agent(row["author"]),
            speaker=self.agent(row["speaker"]),
            speaker_capacity=row["speaker_capacity"] or "",
            publisher=self.agent(publisher),
            uttered_on=uttered_on,
            uttered_precision=precision,
            place=row["place"] or "",
            language=row["language"],
            url=row["url"] or "",
            licence=row["licence"] or "",
            capture_quality=CaptureQuality.PARTIAL if partial else CaptureQuality.COMPLETE,
        )
        self.documents[name] = document
        self.note_on(document, "Publisher", publisher_remark)
        self.note_on(document, "Address", row["url_source"])
        self.load_passages(document, name, passages)
        document.status = DocumentStatus.READY
        document.save(update_fields=["status"])

    def note_on(self, document: Document, about: str, text: str) -> None:
        if text:
            Remark.objects.create(
                document=document,
                kind=RemarkKind.NOTE,
                text=f"{about}: {text}.",
                created_by=self.by,
            )

    def load_passages(self, document: Document, name: str, rows: list[dict[str, Any]]) -> None:
        stored = list(Passage.objects.filter(text_version__document=document).order_by("ordinal"))
        places = [(p.ordinal, p.start, p.end, p.text, p.marker or None) for p in stored]
        wanted = [(r["ordinal"], r["start"], r["end"], r["text"], r["marker"]) for r in rows]
        if places != wanted:
            raise SeedError(f"{name} is not cut into the passages of the reference")
        for passage, row in zip(stored, rows, strict=True):
            self.passages[name, passage.ordinal] = passage
            self.describe_passage(passage, document, row)

    def describe_passage(self, passage: Passage, document: Document, row: dict[str, Any]) -> None:
        """Store what the passage does not inherit from its document."""
        voice = self.agent(row["voice"])
        passage.kind = row["kind"]
        passage.altered = row["altered"]
        passage.flag = row["flag"] or ""
        if (voice is not None and voice != document.author) or row["quote_source"]:
            passage.voice = voice
            passage.speaker = self.agent(row["speaker"])
            passage.speaker_capacity = row["speaker_capacity"] or ""
            passage.uttered_on = parse_date(row["uttered_on"])[0] if row["uttered_on"] else None
            passage.place = row["place"] or ""
            passage.quote_source = self.documents.get(row["quote_source"])
        passage.save()

    def load_claims(self) -> None:
        """Load the claims under the ids of the reference, or new ones where those are taken."""
        keep_claim_numbers(row["id"] for row in self.reference["claims"])
        for number, row in enumerate(self.reference["claims"]):
            fields: dict[str, Any] = {"public_id": row["id"]}
            if Claim.objects.filter(public_id=row["id"]).exists():
                fields = {}
            self.claims[row["id"]] = Claim.objects.create(
                uid=seed_uid(row["id"]),
                label=row["label"],
                text=row["text"],
                kind=row["kind"],
                scope_note=row["scope_note"] or "",
                color=number % PALETTE_STEP + 1,
                status=ClaimStatus.ACTIVE,
                created_by=self.by,
                **fields,
            )

    def load_provisions(self) -> None:
        for row in self.reference["provisions"]:
            self.provisions[row["code"]], _made = Provision.objects.get_or_create(
                code=row["code"],
                defaults={
                    "instrument": row["instrument"],
                    "article": row["article"] or "",
                    "title": row["title"],
                    "kind": row["kind"],
                    "created_by": self.by,
                },
            )

    def load_tags(self) -> None:
        for row in self.reference["tags"]:
            passage = self.passages[row["document"], row["passage"]]
            claim = self.claims[row["claim"]]
            tag = Tag.objects.create(
                uid=seed_uid(row["id"]),
                request_key=seed_uid(row["id"]),
                passage=passage,
                start=row["start"],
                end=row["end"],
                exact=row["quote"],
                prefix=row["prefix"],
                suffix=row["suffix"],
                claim=claim,
                claim_wording=claim.wording,
                claim_when_tagged=claim,
                wording_when_tagged=claim.wording,
                stance=row["stance"],
                asserted_by=self.agents[row["asserted_by"]],
                speech=row["speech"],
                held_by=self.agent(
                    stored_holder(row["stance"], row["held_by"], row["asserted_by"])
                ),
                certainty=row["certainty"],
                note=row["note"] or "",
                status=TagStatus.ACCEPTED,
                created_by=self.by,
            )
            self.tags[row["id"]] = tag
            for detail in row["provision_detail"]:
                TagProvision.objects.create(
                    tag=tag,
                    provision=self.provisions[detail["code"]],
                    basis=detail["basis"],
                    role=detail["role"],
                    created_by=self.by,
                )

    def load_links(self) -> None:
        for row in self.reference["links"]:
            ends = [self.tags[row["from"]["tag"]], self.tags[row["to"]["tag"]]]
            if row["relation"] in SYMMETRIC:
                ends.sort(key=lambda tag: tag.pk)
            Link.objects.create(
                uid=seed_uid(row["id"]),
                from_tag=ends[0],
                to_tag=ends[1],
                relation=row["relation"],
                rationale=row["rationale"],
                strength=row["strength"],
                directness=row["directness"] or "",
                status=TagStatus.ACCEPTED,
                created_by=self.by,
            )

    def load_derivations(self) -> None:
        for row in self.reference["derivations"]:
            name, _hash, place = row["from"].partition("#")
            common = {
                "upstream": self.documents[row["to"]],
                "kind": DERIVATION_KINDS.get(row["kind"], row["kind"]),
                "evidence_quote": row["evidence"],
                "created_by": self.by,
            }
            kind, _dash, key = place.partition("-")
            if kind == "tag":
                TagDerivation.objects.create(tag=self.tags[key], **common)
            elif kind == "passage":
                Derivation.objects.create(passage=self.passages[name, int(key)], **common)
            else:
                Derivation.objects.create(document=self.documents[name], **common)


def keep_claim_numbers(ids: Iterable[str]) -> None:
    """Let the next claim's number follow the highest that stands, or that `ids` will take."""
    highest = max(int(public_id.removeprefix("C")) for public_id in ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval('annotate_claim_number', GREATEST(%s,"
            " (SELECT max(substr(public_id, 2)::bigint) FROM annotate_claim),"
            " (SELECT last_value FROM annotate_claim_number)))",
            [highest],
        )
