"""What the guard finds and answers."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import NamedTuple

from .mentions import Mention
from .patterns import Pattern


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found, and what the form should propose because of it.

    `kind` is rejects, doubts, endorses, reports or position (no cue, but the claim is a
    position); `words` the cue's own words at `start` to `end`; `widened_start` and
    `widened_end` the quote that holds them too; `agree` is yes, no or open; `holder` the key of
    an agent, or None; `own` if the voice denies or doubts by itself, and no other's position.
    """

    kind: str
    start: int
    end: int
    words: str
    widened_start: int
    widened_end: int
    agree: str
    holder: Hashable | None
    own: bool = False


class Found(NamedTuple):
    """One match of one pattern, with the agent directly before it, if any."""

    pattern: Pattern
    start: int
    end: int
    subject: Mention | None
