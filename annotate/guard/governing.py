"""Which words a cue governs: how far a "not" reaches, and what stops it.

A negation inside of the selected words is their own matter; one outside of them counts when
they are what it negates. By rule and on the surface: it must give the same answer in ten years.
"""

import re
from enum import Enum, auto

from .patterns import Reach
from .view import neutral

_FAR = 100  # code points between a bare negation and what it negates


class Grip(Enum):
    """How a cue holds the selected words."""

    NONE = auto()
    FIRM = auto()
    LOOSE = auto()  # through another verb and its "that": who knows what is negated


# Past one of these a denial or a doubt no longer governs what follows.
CLAUSE_ENDS = re.compile(
    r"[.;:!?—–。；：！？؛؟]|[,،，]\s*(?:while|а|но)\b|[但而]|然而|不过"
    r"|\b(?:but|whereas|although|though|because|since|unless)\b"
    r"|(?<!\bhas\s)(?<!have\s)(?<!\bhad\s)(?<!\bnot\s)(?<!\bas\s)\byet\b"
    r"|\b(?:однако|хотя|потому)\b|\b[وف]?لكن",
    re.IGNORECASE,
)
# Nor does a bare negation reach past one of these.
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|where|when|while|until|before|after|so|if)\b"
    r"|\band (?:the|they|he|she|it|we|an?|this|that|these|those|all|many|most|some)\b"
    r"|,(?=[^,]*[а-яё])(?!\s*(?:что|чтобы|будто|как)\b)|[，、،]"
    r"|\b(?:а|но|когда|пока|если|которы[а-яё]+)\b"
    r"|的情况下|的人|的时候|之[前后時时]|以[前后]|就|仍|却|而"
    r"|\b(?:عندما|بينما|الا|بل|الذي|التي|الذين|فإن)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    neutral(r"\b(?:that|whether)\b|,\s*(?:что|будто|как)\b|\b(?:ب?أن|إن)(?:ه|ها|هم)?\b"),
    re.IGNORECASE,
)
_MODAL = re.compile(r"\s*(?:ل?[تين]?(?:نبغي|جوز|مكن|حق|جب|سمح))[^،.]*", re.IGNORECASE)
_SOMEBODY_WHO = re.compile(r"\b(?:who|which|that)\s+(?:(?:do|does|did|have|has|had|are|were)\s+)?$")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|may|must|can|has|have|had|should)\b")

# "Not only", "does not deny", "not surprising": these say that it is so.
_AFFIRMED = re.compile(
    neutral(
        r"\s*(?:only|merely|simply|just|solely|least|until|to mention|unlike|uncommon)\b"
        r"|\s*(?:[a-z]+ly |be |been |be \w+ed |\w+ )?(?:den(?:y|ies|ied|ying)|doubt|disput"
        r"|hesitat|forg[eo]t"
        r"|ignor|overlook|hide|hidden|conceal|conteste?d?\b|help but|but\b|fail|surpris|coinciden"
        r"|secret|wonder|question(?:s|ed)?\b|escape|unusual|unreasonable|accident)"
        r"|\s*(?:только|просто|лишь|мене|более|раз\b|случайно|секрет|сомнева|сомнени|скрыва|забы"
        r"|удивит"
        r"|отрица|могу? не|мож\w+ не|может быть сомнени|исключено)"
        r"|[仅僅但只单光止]|[可容]?(?:有?人)?(?:会)?(?:否认|置疑|质疑|怀疑|忽视|避免|忘记)|得不"
        r"|能不"
        r"|\s*(?:شك|سيما|[تي]زال|بد|مجرد|فقط|يخفى|(?:أحد )?[تين](?:نكر|شك|جهل)|جدال|[تي]خفي|مفر)"
    ),
    re.IGNORECASE,
)
_DIRECTLY = re.compile(
    r"[\s:：,，\"“”«»‘’'„‹‚「『《（(\[…]*"
    r"(?:(?:that|the|an?|his|her|its|their|what|he|she|it|they|there|как|что|ان)\s+[\"“«‘„‹(\[]*)?",
    re.IGNORECASE,
)
_STOPS_LOOKING_BACK = re.compile(
    r",\s*(?:and|or|who|which|as|so)\b|\b(?:and|и)\s+(?:the|that|he|they)\b|[;；؛]", re.IGNORECASE
)


def grip(reach: Reach, text: str, cue: tuple[int, int], selected: tuple[int, int]) -> Grip:
    """Return how a cue of this reach, at its place, holds the selected words."""
    match reach:
        case Reach.BESIDE:
            held = cue[0] < selected[0] and _beside(text, cue[1], selected[0])
            return Grip.FIRM if held else Grip.NONE
        case Reach.NEAR:
            held = cue[0] < selected[0] and _near(text, cue[1], selected[0])
            return Grip.FIRM if held else Grip.NONE
        case Reach.AFTERWARDS:
            held = cue[0] >= selected[1] and not _parted(text, selected[1], cue[0])
            return Grip.FIRM if held else Grip.NONE
        case Reach.NEGATION:
            return _negates(text, cue, selected[0])
        case _:
            held = cue[0] < selected[0] and not CLAUSE_ENDS.search(
                text, cue[1], max(cue[1], selected[0])
            )
            return Grip.FIRM if held else Grip.NONE


def window(reach: Reach, sentence: tuple[int, int], selected: tuple[int, int]) -> tuple[int, int]:
    """Return where in the sentence a cue of this reach may stand and govern the selection.

    Lists of hundreds of words are not tried on two thousand code points that cannot matter.
    """
    first, last = sentence
    if reach is Reach.SENTENCE:
        return sentence
    if reach is Reach.AFTERWARDS:
        return max(first, selected[1] - 1), min(last, selected[1] + 2 * _FAR)
    ahead = min(last, selected[0] + _FAR)  # "found [that …]": a cue may need to see what follows
    return (first if reach is Reach.CLAUSE else max(first, selected[0] - 2 * _FAR)), ahead


def _beside(text: str, cue_end: int, start: int) -> bool:
    return cue_end >= start or bool(_DIRECTLY.fullmatch(text, cue_end, start))


_COMMA_ALONE = re.compile(r"\s*,\s*\w*\s*")
_FEW_WORDS = re.compile(r"(?:\s+[\w’'.-]++){0,6}")


def _near(text: str, cue_end: int, start: int) -> bool:
    words = _FEW_WORDS.match(text, cue_end, max(cue_end, start))
    if words is None or not _beside(text, words.end(), start):
        return False
    # "They promised an inquiry, [the state buried the file]" begins another clause.
    return not words.group() or not _COMMA_ALONE.fullmatch(text, words.end(), start)


def _parted(text: str, end: int, cue_start: int) -> bool:
    """Tell whether what follows the selection is no longer said of it."""
    too_far = cue_start - end > _FAR
    return (
        too_far
        or bool(CLAUSE_ENDS.search(text, end, cue_start))
        or bool(_STOPS_LOOKING_BACK.search(text, end, cue_start))
    )


def _negates(text: str, cue: tuple[int, int], start: int) -> Grip:
    if cue[0] >= start or start - cue[1] > _FAR:
        return Grip.NONE
    if _AFFIRMED.match(text, cue[1], max(cue[1], start)):
        return Grip.NONE
    between = text[cue[1] : max(cue[1], start)]
    if _NOUN_NEGATED.match(text, cue[0]) and _AND.search(between):
        return Grip.NONE  # "without asking, and [beat them]"
    ended = CLAUSE_ENDS.search(between) or _OTHER_CLAUSE.search(between) or between.count(",") % 2
    if ended and not _RU_THAT.fullmatch(between):
        return Grip.NONE  # A comma before "что" begins what is negated; an English one ends it.
    if _SOMEBODY_WHO.search(text, max(0, cue[0] - 20), cue[0]) and _FINITE.search(between):
        return Grip.NONE  # "Those who do not confess are [beaten]"
    if _COMPLEMENT.search(between) and not _MODAL.match(between):
        return Grip.LOOSE
    return Grip.FIRM


_NOUN_NEGATED = re.compile(r"(?:without|no|lack\w*|instead|rather|без|вместо)\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|и)\b")
_RU_THAT = re.compile(r"[^,.;:!?—–]*,\s*(?:что|чтобы|будто|как)\b[^,.;:!?—–]*")
