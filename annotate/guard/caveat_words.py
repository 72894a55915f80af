"""Words that limit or take back what is said beside them, in four languages.

As with the guard's lists, a space stands for any white space and case does not matter; the
text is read without invisible characters and with one letter for its variants.
"""

import re
from typing import NamedTuple

from .view import neutral
from .words import languages_of


class Words(NamedTuple):
    """The caveat words of one language.

    `turns` count anywhere in the sentence and `openers` among them also at the start of the
    next one; `degrees` ("largely") limit only what stands right beside them.
    """

    turns: re.Pattern[str]
    openers: re.Pattern[str]
    degrees: re.Pattern[str]


def _words(*, openers: str, turns: tuple[str, ...], degrees: tuple[str, ...]) -> Words:
    """Return the words that these expressions match; each opener is a turn as well."""
    return Words(
        _expression("|".join((openers, *turns))),
        _expression(openers),
        _expression("|".join(degrees)),
    )


def _expression(alternatives: str) -> re.Pattern[str]:
    return re.compile(neutral(alternatives).replace(" ", r"\s+"), re.IGNORECASE)


# "Despite" and "notwithstanding" are left out: they name what does not limit the words.
_ENGLISH = _words(
    # Not "not only … but also", "nothing but", "not yet".
    openers=r"\b(?:however|nevertheless|nonetheless|that said|even so)\b"
    r"|\b(?:despite|notwithstanding|in spite of) (?:this|that)\b(?! \w)"
    r"|(?<!nothing\s)(?<!anything\s)(?<!all\s)\bbut\b(?! (?:also|for)\b)"
    r"|(?:(?<=[,;:—–]\s)|(?<=[—–]))yet\b|(?-i:\bYet\b)",
    turns=(
        r"\b(?:although|even though|albeit)\b|(?<!as\s)(?<!even\s)\bthough\b",
        r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently)\b",
        r"\bexcept(?:ing| for| in| that| where| when| as)?\b",
        r"\bwith (?:the|an?|few|some|two|three)(?: \w+)? exceptions?(?: of)?\b",
        r"\b(?:unless|save for|insofar as|in so far as|provided that|so long as)\b",
        # Not "are subject to torture".
        r"(?:(?<=[,;—–]\s)|(?<=[(—–]))subject to\b|(?-i:\bSubject) to\b",
    ),
    degrees=(
        r"\b(?:largely|mostly|generally|mainly|partly|partially|predominantly)\b",
        r"\b(?:in part(?! of\b)|in general|by and large|for the most part|in most cases)\b",
        r"\bto (?:some|a (?:certain|limited|large|larger|great|lesser)) (?:extent|degree)\b",
        r"(?<!not\s)\bonly (?:in|when|if|where|as|during|for|by|on|at|under|after|before|until)\b",
    ),
)
_RUSSIAN = _words(
    openers=r"\b(?:однако|тем не менее|впрочем|несмотря на это|вместе с тем)\b|\bно\b(?! и\b)",
    turns=(
        r"\b(?:хотя|хоть и)\b",
        r"\b(?:за исключением|исключая|кроме(?! того\b)|если не|при условии)\b",
        r"\b(?:якобы|предположительно|по некоторым данным)\b",
    ),
    degrees=(
        r"\b(?:в основном|главным образом|преимущественно|отчасти|частично|как правило)\b",
        r"\bв (?:некоторой|определ[её]нной|значительной|известной) (?:мере|степени)\b",
        r"(?<!не\s)\b(?:только|лишь) (?:в|во|если|когда|при|после|до|на|для|по|однажды)\b",
        r"\bв большинстве случаев\b|\bдо (?:некоторой|определ[её]нной) степени\b",
    ),
)
_CHINESE = _words(
    # Not 不但 ("not only"), 但愿, 但凡, 只不过.
    openers=r"然而|(?<![不非])但(?:是)?(?![愿凡])|(?<!只)不[过過](?!是)",
    turns=(
        r"[虽雖]然|[虽雖][则則说說]|[尽儘盡]管",
        r"除了|除非|除(?![了非此])[^，。；：！？]{1,20}(?:以外|之外|外)|例外",
        r"据[称说悉]|據[稱說悉]",
    ),
    degrees=(
        r"基本上|大体上|大體上|大致上|[总總][体體]上|一般[来來][说說]|部分地",
        r"(?<!不)[仅僅只]在|只有在",
        r"在?某种程度上|某種程度上|在(?:很大|一定|相当)程度上",
    ),
)
_ARABIC = _words(
    openers=r"\b[وف]?لكن(?:ه|ها|هم|نا|ّ)?\b|\b(?:غير|بيد|إلا) أن(?:ه|ها|هم)?\b|\b[و]?مع ذلك\b",
    turns=(
        r"\b[و]?(?:رغم|على الرغم|بالرغم)\b",
        r"\b(?:باستثناء|ما عدا|ماعدا|إلا إذا|ما لم|شريطة أن|بشرط أن)\b",
        r"\b(?:يزعم|ي[ُ]?زعم|يقال|ي[ُ]?قال) (?:أن|إن)\b",
        r"\b(?:با این حال|هرچند|اگرچه)\b",
    ),
    degrees=(
        r"\bفقط\b",
        r"\bإلى (?:حد|درجة) (?:كبيرة?|ما|معينة?|بعيدة?)\b",
        r"\b(?:جزئي(?:ا|ًا|اً)|عموما|عموم(?:ًا|اً)|بشكل عام|بوجه عام|في الغالب|في معظم الحالات)\b",
    ),
)
_LISTS = {"en": _ENGLISH, "ru": _RUSSIAN, "zh": _CHINESE, "ar": _ARABIC}


def caveats_for(language: str, text: str) -> tuple[Words, ...]:
    """Return the words of a BCP 47 language, and of the scripts the text is written in."""
    return tuple(_LISTS[code] for code in languages_of(language, text))
