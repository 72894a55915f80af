"""What the pages of the admin send, and where they are."""

from django.urls import reverse

from tests import make


def change_url(row):
    """Return the address of a row's page in the admin."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def list_url(model):
    """Return the address of a list in the admin."""
    return reverse(f"admin:{model}_changelist")


def act(person, model, action, *rows, **fields):
    """Run an action of a list on some rows, and go where it leads."""
    return make.browser(person).post(
        list_url(model),
        {"action": action, "_selected_action": [row.pk for row in rows]} | fields,
        follow=True,
    )


# No row of the part "copied from".
NO_SOURCES = {"derivations-TOTAL_FORMS": 0, "derivations-INITIAL_FORMS": 0}


def document_fields(document, **fields):
    """Return what the page of a document sends."""
    return {
        "revision": document.revision,
        "title": document.title,
        "kind": document.kind,
        "language": document.language,
        "author": document.author_id or "",
        "uttered_precision": "day",
        "licence_status": "unknown",
        "capture_quality": "complete",
        **NO_SOURCES,
    } | fields


def passage_fields(passage, **fields):
    """Return what the page of a passage sends."""
    return {
        "revision": passage.revision,
        "kind": passage.kind,
        "voice": passage.voice_id or "",
        **NO_SOURCES,
    } | fields


def rows(*passages, **changes):
    """Return what the list of passages sends; `changes` are named as "0-kind"."""
    fields = {
        "form-TOTAL_FORMS": len(passages),
        "form-INITIAL_FORMS": len(passages),
        "_save": "Save",
    }
    for number, passage in enumerate(passages):
        fields |= {
            f"form-{number}-id": passage.pk,
            f"form-{number}-revision": passage.revision,
            f"form-{number}-kind": passage.kind,
            f"form-{number}-voice": passage.voice_id or "",
        }
        fields |= {
            f"form-{number}-{name}": getattr(passage, name) or ""
            for name in ("speaker_capacity", "uttered_on", "place")
        }
    return fields | {f"form-{name}": value for name, value in changes.items()}


def claim_fields(claim, **fields):
    """Return what the page of a claim sends."""
    return {
        "revision": claim.revision,
        "label": claim.label,
        "text": claim.text,
        "kind": claim.kind,
        "alt_labels": "[]",
        "color": claim.color,
    } | fields
