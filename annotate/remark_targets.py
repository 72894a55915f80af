"""What a remark may be about."""

from annotate.models import Claim, Link, Remark, Tag
from corpus.models import Document

type Target = Tag | Link | Claim | Document


def noun_of(target: Target) -> str:
    """Return what a target is called, which is also its field on a remark."""
    return str(target._meta.model_name)


def target_of(remark: Remark) -> Target:
    """Return what a remark is about."""
    target = remark.tag or remark.link or remark.claim or remark.document
    assert target is not None  # the database refuses a remark about nothing
    return target
