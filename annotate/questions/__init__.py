"""Questions about what is missing: each answered for what one reader may see."""

from .answering import SIZES, Answers, answers_to, every_answer
from .asking import Answer, Asked, Place

__all__ = ["SIZES", "Answer", "Answers", "Asked", "Place", "answers_to", "every_answer"]
