from .claim import Claim, ClaimKind, ClaimStatus
from .guards import GuardedDocument, GuardedPassage, GuardedTextVersion
from .link import MANUAL_RELATIONS, SYMMETRIC, Link, LinkStatus, Relation, Strength
from .provision import Basis, Provision, ProvisionRole, TagProvision
from .remark import Remark, RemarkKind
from .tag import LIVE, Certainty, Directness, Speech, Stance, Tag, TagDerivation, TagStatus
from .tray import Tray

__all__ = [
    "LIVE",
    "MANUAL_RELATIONS",
    "SYMMETRIC",
    "Basis",
    "Certainty",
    "Claim",
    "ClaimKind",
    "ClaimStatus",
    "Directness",
    "GuardedDocument",
    "GuardedPassage",
    "GuardedTextVersion",
    "Link",
    "LinkStatus",
    "Provision",
    "ProvisionRole",
    "Relation",
    "Remark",
    "RemarkKind",
    "Speech",
    "Stance",
    "Strength",
    "Tag",
    "TagDerivation",
    "TagProvision",
    "TagStatus",
    "Tray",
]
