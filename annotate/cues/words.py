"""The lists behind the guard, and the words that more than one of them needs."""

import re

from .arabic import ARABIC
from .chinese import CHINESE
from .denials import ARABIC_DENIALS, CHINESE_DENIALS, ENGLISH_DENIALS, RUSSIAN_DENIALS
from .english import ENGLISH
from .patterns import Holder, Pattern, pattern
from .russian import RUSSIAN

_LISTS = {
    "en": (*ENGLISH, *ENGLISH_DENIALS),
    "ru": (*RUSSIAN, *RUSSIAN_DENIALS),
    "zh": (*CHINESE, *CHINESE_DENIALS),
    "ar": (*ARABIC, *ARABIC_DENIALS),
}
_SCRIPTS = {
    "en": re.compile(r"[A-Za-z]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "zh": re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
}


def patterns_for(language: str, text: str) -> tuple[Pattern, ...]:
    """Return the list of a BCP 47 language and those of the scripts the text is written in."""
    return tuple(each for code in languages_of(language, text) for each in _LISTS[code])


def languages_of(language: str, text: str) -> list[str]:
    """Return whose lists apply: a BCP 47 language's, and those of the text's scripts."""
    said = language.partition("-")[0].lower()
    return [code for code in _LISTS if code == said or _SCRIPTS[code].search(text)]


# The voice speaking of itself, or of the document it speaks in.
SELF = re.compile(
    r"\b(?:[Ww]e|[Oo]urs?|I)\b"
    r"|\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:present )?(?:white ?paper|briefing|submission|paper)\b"
    r"|\b(?:[Tt]his|[Oo]ur|[Tt]he present) (?:report|study|statement|letter|article)\b"
    r"|\b(?:[Мм]ы|[Нн]аш[а-яё]*|[Яя])\b"
    r"|我们|我国|我方|本组织|本报告"
)

# What may stand between a subject and its verb: "(HRIC)", "’s delegation", "has repeatedly".
_BETWEEN = (
    r"(?:['’]s? (?:[\w-]+ ){0,3})?\)?(?:\s*\([^()]{1,40}\))?,?\s*"
    r"(?:(?:\w+ly|has|have|had|also|again|still|therefore|further|itself|once|is|was|were|are"
    r"|does|did|do|will|would|and|не|также|вновь|уже|[а-яё]+о) )*"
    r"(?:政府|当局|方面|方|一贯|一直|坚决|强烈|多次|还|也|都|曾|则|已|的)*"
)
BETWEEN_SUBJECT_AND_VERB = re.compile(_BETWEEN.replace(" ", r"\s+"), re.IGNORECASE)

# A sentence that begins so speaks of what the sentence before it said.
ANAPHOR = re.compile(r"(?:This|These|Such|That|Those)\b|(?:Эт|Так[оаи])[а-яё]+\b|[这此]")

# Before an endorsement these make it a rejection, with no more than this between the two.
NEGATION = re.compile(
    r"\b(?:not|never|no longer|hardly|scarcely|cannot|neither|nor|without|unable|far from)\b"
    r"|n['’]t\b|\b(?:refus|declin|fail|cease|stopp?)(?:e[sd]|s|ed|ing)?\b"
    r"|\b(?:не|нельзя|никогда|отказ[а-яё]+)\b|[不未没难无拒非]|\b(?:لا|لم|لن)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"(?!\s*(?:only|merely|simply|just|только|仅|但|只|得不))[^.,;:!?，。；：！？]{0,35}",
    re.IGNORECASE,
)

# Past one of these a denial or a doubt no longer governs what follows.
CLAUSE_ENDS = re.compile(
    r"[.;:!?—–。；：！？؛؟]|[,،，]\s*(?:while|а|но)\b|[但而]|然而|不过"
    r"|\b(?:but|yet|whereas|although|though|because|since|unless)\b"
    r"|\b(?:однако|хотя|потому)\b|\b[وف]?لكن",
    re.IGNORECASE,
)

# A sentence that begins so turns down what the sentence before it said.
DISSENT = pattern(
    "rejects",
    Holder.TRAILING,
    r"(?:We|I|(?-i:[A-Z])[^.;:!?,]{1,60}?) (?:[a-z]+ ){0,2}(?:disagrees?|(?:disputes?|rejects?"
    r"|den(?:y|ies)|refutes?|condemns?) (?:this|that|it|these|those|such)"
    r"|(?:do|does|did|can)(?: ?not|n['’]t) (?:[a-z]+ )?(?:agree|accept|share|believe))\b",
    r"(?:This|That|It|These|Those)(?: \w+)? (?:is|are|was|were) (?:[a-z]+ly )?(?:false|untrue"
    r"|wrong|incorrect|misleading|baseless|not (?:true|so|the case)|nonsense|a lie|lies)\b",
    r"(?:Мы|Я|[^.;:!?,]{1,60}?) (?:[а-яё]+ )?не (?:соглас|раздел|призна)[а-яё]*",
    r"Это (?:[а-яё]+ )?(?:неправда|ложь|неверно|не так|не соответствует)",
    r"(?:我们|[^，。；：！？]{1,20}?)(?:坚决|完全|并)?(?:不[能会可]?(?:同意|赞成|赞同|认同|接受)|反对)",
    r"[这此](?:种说法)?(?:不是事实|不是真的|是谎言|是错误的|并非事实)",
    around=True,
)
