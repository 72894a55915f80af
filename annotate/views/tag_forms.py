"""What the tag form's template needs besides the form: choices and names of what is chosen."""

import uuid
from typing import Any

from annotate.forms.tags import TagForm
from annotate.models import Basis, Certainty, Claim, Directness, Provision, ProvisionRole, Tag
from annotate.models.tag import TranslationKind
from annotate.queries.tags import sentence_of
from corpus.models import Agent, Document, Person

BLANK_PROVISIONS = 2


def blank_form(document: Document, reader: Person) -> dict[str, Any]:
    """Return the context of the form the page carries for the next selection."""
    return tag_form_context(TagForm(document=document, reader=reader)) | {"in_place": True}


def tag_form_context(
    form: TagForm, *, theirs: Tag | None = None, mine: Tag | None = None
) -> dict[str, Any]:
    """Return the context of `annotate/tags/form.html` for a form as it stands."""
    return {
        "form": form,
        "document": form.document,
        "tag": form.tag,
        "proposal": form.proposal,
        "chosen_claim": _chosen_claim(form),
        "typed_claim": form.data.get("q", ""),
        "holder": _chosen_agent(form, "held_by"),
        "said_by": _chosen_agent(form, "asserted_by"),
        "rows": _provision_rows(form),
        "all_provisions": Provision.objects.only("code", "title"),
        "bases": Basis.choices,
        "roles": ProvisionRole.choices,
        "certainties": Certainty.choices,
        "directnesses": Directness.choices,
        "translation_kinds": TranslationKind.choices,
        "request_key": form["request_key"].value() or uuid.uuid4(),
        "to_confirm": form.to_confirm if form.is_bound else [],
        "confirmed": form.confirmed if form.is_bound else [],
        "theirs": theirs,
        "their_sentence": sentence_of(theirs) if theirs else "",
        "my_sentence": sentence_of(mine) if mine else "",
        "my_words": mine.quote if mine else "",
    }


def _chosen_claim(form: TagForm) -> Claim | None:
    public_id = str(form["claim"].value() or "").replace("\0", "")
    if not public_id:
        return None
    return Claim.objects.visible_to(form.reader).filter(public_id=public_id).first()


def _chosen_agent(form: TagForm, field: str) -> Agent | None:
    value = str(form[field].value() or "")
    if not value.isdecimal():
        return None
    return Agent.objects.visible_to(form.reader).filter(pk=value).first()


def _provision_rows(form: TagForm) -> list[dict[str, str]]:
    """Return the provisions typed so far, or those the tag engages, and blank rows."""
    rows: list[dict[str, str]] = []
    if form.is_bound:
        typed = form.typed_provisions()
        rows = [{"code": code, "basis": basis, "role": role} for code, basis, role in typed if code]
    elif form.tag is not None:
        rows = [
            {"code": row.provision.code, "basis": row.basis, "role": row.role}
            for row in form.tag.provisions.select_related("provision")
        ]
    return rows + [{"code": "", "basis": "", "role": ""} for _row in range(BLANK_PROVISIONS)]
