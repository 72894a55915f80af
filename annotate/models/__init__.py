from annotate.text.stances import Stance

from .brief import Brief, BriefItem, Edition, ItemKind
from .claim import Claim, ClaimKind, ClaimStatus
from .corpus_rules import GuardedAgent, GuardedDocument, GuardedPassage, GuardedTextVersion
from .join import AgentJoin
from .link import Link, LinkStatus, Strength
from .merge import AgentMerge, AgentPair, ClaimMerge, ClaimPair
from .provision import Basis, Provision, ProvisionRole, TagProvision
from .question import Question, SavedQuestion
from .relation import MANUAL_RELATIONS, SYMMETRIC, Relation
from .remark import Remark, RemarkKind
from .remembered_count import (
    CountChange,
    CountedAgent,
    CountedClaim,
    CountedCollection,
    CountedDerivation,
    CountedDocument,
    CountedJoin,
    CountedMember,
    CountedPassage,
    CountedRemark,
    CountedTag,
    CountedTagDerivation,
)
from .split import ClaimSplit, SplitChoice, SplitPart
from .tag import LIVE, Certainty, Directness, Speech, Tag, TagDerivation, TagStatus
from .tray import Tray

__all__ = [
    "LIVE",
    "MANUAL_RELATIONS",
    "SYMMETRIC",
    "AgentJoin",
    "AgentMerge",
    "AgentPair",
    "Basis",
    "Brief",
    "BriefItem",
    "Certainty",
    "Claim",
    "ClaimKind",
    "ClaimMerge",
    "ClaimPair",
    "ClaimSplit",
    "ClaimStatus",
    "CountChange",
    "CountedAgent",
    "CountedClaim",
    "CountedCollection",
    "CountedDerivation",
    "CountedDocument",
    "CountedJoin",
    "CountedMember",
    "CountedPassage",
    "CountedRemark",
    "CountedTag",
    "CountedTagDerivation",
    "Directness",
    "Edition",
    "GuardedAgent",
    "GuardedDocument",
    "GuardedPassage",
    "GuardedTextVersion",
    "ItemKind",
    "Link",
    "LinkStatus",
    "Provision",
    "ProvisionRole",
    "Question",
    "Relation",
    "Remark",
    "RemarkKind",
    "SavedQuestion",
    "Speech",
    "SplitChoice",
    "SplitPart",
    "Stance",
    "Strength",
    "Tag",
    "TagDerivation",
    "TagProvision",
    "TagStatus",
    "Tray",
]
