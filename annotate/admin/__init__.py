"""The admin of documents, passages, codebook and evidence.

Everything a curator saves here goes through `annotate.actions`, so that the tags follow.
"""

from annotate.admin import claims, documents, evidence, passages, provisions

__all__ = ["claims", "documents", "evidence", "passages", "provisions"]
