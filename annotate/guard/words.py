"""The lists behind the guard, and the words that more than one of them needs."""

import re

from .arabic import ARABIC
from .chinese import CHINESE
from .denials import ARABIC_DENIALS, CHINESE_DENIALS, ENGLISH_DENIALS, RUSSIAN_DENIALS
from .english import ENGLISH
from .evaluations import (
    ARABIC_EVALUATIONS,
    CHINESE_EVALUATIONS,
    ENGLISH_EVALUATIONS,
    RUSSIAN_EVALUATIONS,
)
from .foreign_sayings import ARABIC_SAYINGS, CHINESE_SAYINGS, RUSSIAN_SAYINGS
from .hypotheses import (
    ARABIC_HYPOTHESES,
    CHINESE_HYPOTHESES,
    ENGLISH_HYPOTHESES,
    QUESTIONS,
    RUSSIAN_HYPOTHESES,
)
from .negations import (
    ARABIC_NEGATIONS,
    CHINESE_NEGATIONS,
    ENGLISH_NEGATIONS,
    RUSSIAN_NEGATIONS,
)
from .patterns import Pattern
from .russian import RUSSIAN
from .sayings import ENGLISH_SAYINGS

_LISTS = {
    "en": (
        *ENGLISH,
        *ENGLISH_DENIALS,
        *ENGLISH_NEGATIONS,
        *ENGLISH_EVALUATIONS,
        *ENGLISH_HYPOTHESES,
        *ENGLISH_SAYINGS,
    ),
    "ru": (
        *RUSSIAN,
        *RUSSIAN_DENIALS,
        *RUSSIAN_NEGATIONS,
        *RUSSIAN_EVALUATIONS,
        *RUSSIAN_HYPOTHESES,
        *RUSSIAN_SAYINGS,
    ),
    "zh": (
        *CHINESE,
        *CHINESE_DENIALS,
        *CHINESE_NEGATIONS,
        *CHINESE_EVALUATIONS,
        *CHINESE_HYPOTHESES,
        *CHINESE_SAYINGS,
    ),
    "ar": (
        *ARABIC,
        *ARABIC_DENIALS,
        *ARABIC_NEGATIONS,
        *ARABIC_EVALUATIONS,
        *ARABIC_HYPOTHESES,
        *ARABIC_SAYINGS,
    ),
}
_SCRIPTS = {
    "en": re.compile(r"[A-Za-z]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "zh": re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
}


def patterns_for(language: str, text: str) -> tuple[Pattern, ...]:
    """Return the list of a BCP 47 language and those of the scripts the text is written in."""
    lists = (_LISTS[code] for code in languages_of(language, text))
    return (QUESTIONS, *(each for patterns in lists for each in patterns))


def languages_of(language: str, text: str) -> list[str]:
    """Return whose lists apply: a BCP 47 language's, and those of the text's scripts."""
    said = language.partition("-")[0].lower()
    return [code for code in _LISTS if code == said or _SCRIPTS[code].search(text)]


# The voice speaking of itself, or of the document it speaks in.
SELF = re.compile(
    r"\b[Oo]ur (?:own )?(?:research|findings|data|investigations?|interviews|analysis|fieldwork)\b"
    r"|\b(?:[Ww]e|[Oo]urs?|I)\b"
    r"|\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:present )?(?:white ?paper|briefing|submission|paper)\b"
    r"|\b(?:[Tt]his|[Oo]ur|[Tt]he present)"
    r" (?:report|study|statement|letter|article|chapter|section|survey)\b"
    r"|\b(?:Section|Chapter|Part|Annex|Appendix|Table|Figure) [\dIVX]+\b"
    r"|\b[Нн]аш[а-яё]* (?:исследовани|доклад|отч[её]т|данн)[а-яё]*"
    r"|\b(?:[Мм]ы|[Нн]аш[а-яё]*|[Яя])\b"
    r"|我们的(?:研究|报告|调查|数据)|我们|我国|我方|本组织|本报告"
)

# What may stand between a subject and its verb: "(HRIC)", "’s delegation", "has repeatedly".
_BETWEEN = (
    r"(?:['’]s? (?:[\w-]+ ){0,3})?\)?(?:\s*\([^()]{1,40}\))?,?\s*"
    r"(?:(?:\w+ly|has|have|had|also|again|still|therefore|further|itself|once|is|was|were|are"
    r"|does|did|do|will|would|and|which|who|не|также|вновь|уже|[а-яё]+о) )*"
    r"(?:政府|当局|方面|方|一贯|一直|坚决|强烈|多次|还|也|都|曾|则|已|的)*"
)
BETWEEN_SUBJECT_AND_VERB = re.compile(_BETWEEN.replace(" ", r"\s+"), re.IGNORECASE)

# A sentence that begins so speaks of what the sentence before it said.
ANAPHOR = re.compile(r"(?:This|These|Such|That|Those)\b|(?:Эт|Так[оаи])[а-яё]+\b|[这此]")

# Before an endorsement these make it a rejection, with no more than this between the two.
NEGATION = re.compile(
    r"\b(?:not|never|no longer|no one|nobody|none|hardly|scarcely|cannot|neither|nor|without"
    r"|unable|far from)\b"
    r"|n['’]t\b|\b(?:refus|declin|fail|cease|stopp?)(?:e[sd]|s|ed|ing)?\b"
    r"|\b(?:не|нельзя|никогда|отказ[а-яё]+)\b|[不未没难无拒非]|\b(?:لا|لم|لن)\b",
    re.IGNORECASE,
)
# After a negation these say that it is so: "we do not deny that".
DENIAL = re.compile(
    r"(?:den(?:y|ies|ied|ying)|doubt|disput|contest|question|refut)"
    r"|(?:отрица|опроверг|сомнева|оспарив)|否认|质疑|怀疑",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"(?!\s*(?:only|merely|simply|just|только|仅|但|只|得不))[^.,;:!?，。；：！？]{0,35}",
    re.IGNORECASE,
)
