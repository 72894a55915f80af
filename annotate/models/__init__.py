from .brief import Brief, BriefItem, Edition, ItemKind
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
    "Brief",
    "BriefItem",
    "Certainty",
    "Claim",
    "ClaimKind",
    "ClaimStatus",
    "Directness",
    "Edition",
    "GuardedDocument",
    "GuardedPassage",
    "GuardedTextVersion",
    "ItemKind",
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
