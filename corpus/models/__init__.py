from .agent import Agent
from .collection import Collection, Membership, Role
from .derivation import Derivation
from .document import Document, TextVersion
from .passage import TAGGABLE_KINDS, Passage
from .person import Person

__all__ = [
    "TAGGABLE_KINDS",
    "Agent",
    "Collection",
    "Derivation",
    "Document",
    "Membership",
    "Passage",
    "Person",
    "Role",
    "TextVersion",
]
