"""What a reviewer says of a tag, link, claim or document, and how it is settled."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from annotate.models import Remark, RemarkKind
from annotate.models.remark import Target, noun_of
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals


def remark_on(target: Target, kind: str, text: str = "", *, by: Person) -> Remark:
    """Record what `by` says of the target; a second agreement answers with the first.

    Raise ValidationError where text is wanted and missing, and where somebody agrees with
    their own work.
    """
    remark = Remark(kind=kind, text=text.strip(), created_by=by, **{noun_of(target): target})
    remark.clean_fields(exclude=[noun_of(target), "created_by"])
    if kind == RemarkKind.AGREE:
        return _agree(remark, target)
    with refusals(), history(by=by, action=f"remark_on_{noun_of(target)}"):
        remark.save()
    return remark


def answer_remark(remark: Remark, text: str = "", *, by: Person) -> None:
    """Settle a remark, with a note of `text` if there is any; the first answer stands."""
    with refusals(), history(by=by, action="answer_remark"):
        if text.strip():
            remark_on(remark.target, RemarkKind.NOTE, text, by=by)
        settled = Remark.objects.filter(pk=remark.pk, answered_at=None).update(
            answered_by=by, answered_at=timezone.now()
        )
        if settled:
            remark.refresh_from_db(fields=["answered_by", "answered_at"])


def _agree(remark: Remark, target: Target) -> Remark:
    by = remark.created_by
    if target.created_by_id == by.pk:
        raise ValidationError(
            _("This is your own work: only somebody else can agree with it."), "agrees_with_own"
        )
    agreed = Remark.objects.filter(
        kind=RemarkKind.AGREE, created_by=by, **{noun_of(target): target}
    )
    if first := agreed.first():
        return first
    try:
        with refusals(), history(by=by, action=f"agree_with_{noun_of(target)}"):
            remark.save()
    except ValidationError as error:
        if error.code != "person_agrees_once":
            raise
        return agreed.get()
    return remark
