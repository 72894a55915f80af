"""The sentence that the tag form, as it is filled in so far, would store."""

from collections.abc import Mapping
from typing import Any

from annotate.models import Claim
from annotate.queries.tags import name_of
from annotate.text.stances import STANCES_ON_ANOTHER
from annotate.text.wording import Name, sentence
from corpus.access import Reader
from corpus.models import Agent, Document, Passage


def sentence_preview(
    document: Document, stance: str, values: Mapping[str, Any], *, reader: Reader
) -> str:
    """Return the sentence, or nothing while claim or speaker are not chosen yet.

    `values` are those of the tag form, "" where one is missing.
    """
    voice = _voice(document, values["passage"])
    text = _claim_text(values, reader)
    if voice is None or not text:
        return ""
    own = Name(voice.name, voice.kind)
    holder = _named(values, "held_by", reader) if stance in STANCES_ON_ANOTHER else None
    said = _named(values, "asserted_by", reader) or own
    conveyer = name_of(document.author) if voice != document.author else None
    return sentence(stance, said, holder, text, conveyed_by=own if said != own else conveyer)


def _voice(document: Document, passage_id: int | str) -> Agent | None:
    """Return whose words the passage is, as far as it is one of the document's."""
    passages = Passage.objects.filter(pk=passage_id or 0, text_version__document=document)
    passage = passages.select_related("voice").first()
    return (passage.voice if passage else None) or document.author


def _claim_text(values: Mapping[str, Any], reader: Reader) -> str:
    claim = Claim.objects.visible_to(reader).filter(public_id=values["claim"]).first()
    return claim.text if claim else values["new_claim_text"]


def _named(values: Mapping[str, Any], field: str, reader: Reader) -> Name | None:
    """Return the agent a field names: the name as typed, else the one chosen by id."""
    chosen = _agent(str(values[field]), reader)
    typed = values[f"new_{field}"].strip()
    if typed and (chosen is None or typed != chosen.name):
        return Name(typed, "unknown")
    return name_of(chosen)


def _agent(value: str, reader: Reader) -> Agent | None:
    if not value.isdecimal():
        return None
    return Agent.objects.visible_to(reader).filter(pk=value).first()
