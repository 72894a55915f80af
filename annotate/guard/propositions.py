"""What reads like a proposition without an author, and what does not. Of Django only gettext.

A claim is the thing that is said, never that somebody says it: who says it stands in the tags.
The lists are for English, Russian and Chinese; they catch the common forms, and rather let one
pass than refuse a proposition.
"""

import re

from django.utils.translation import gettext as _

WORDS_AT_LEAST = 3
CJK_AT_LEAST = 4
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ENDS = re.compile(r"[.!…。！]['\"”’»)）]*$")
_ASKS = re.compile(r"[?？؟]['\"”’»)）]*$")

# Verbs of saying that are nothing else, and those that may also be nouns ("claims that …",
# "member states that …"), which count only right behind their subject.
_SAYS = (
    r"says|said|argues?|argued|alleges?|contends?|opines?|(?<!\ba )(?<!\bno )(?<!\bany )(?<!\bthe )"
    r"(?<!\btheir )(?<!\bits )(?<!\blittle )(?<!\bfinal )say(?! nothing\b)"
    r"|(?:asserts|asserted|alleged|contended|maintains|maintained|insists|insisted|believes"
    r"|believed|declares|declared|announces|announced|notes|noted|stresses|stressed"
    r"|emphasi[sz]es|emphasi[sz]ed|underscores|underscored|affirms|affirmed|warns|warned|denies"
    r"|denied|thinks|thought|holds|held|stated|reported|claimed|concludes|concluded|finds|found)"
    r" that"
)
_MAY_BE_NOUN = r"claims that|states that|reports that"
# Before these a word such as "says" is part of a description: "people who said so are jailed".
_DESCRIBES = r"\b(?:who|which|that|whose|whom|anyone|those|people|persons)\b"
_NOUN_BEFORE = (
    r"(?:'s|’s|s'|s’|\b(?:the|a|an|no|any|all|some|many|most|both|such|these|those|its|their|his"
    r"|her|our|of|are|is|member|participating|third|other|observer|partner|party|successor|false"
    r"|two|several))$"
)
_CLAUSE = (
    r"(?!(?:to|of|by|for|from|in|on|at|against|under|about|with|made|over|as)\b)"
    r"(?:(?!(?:that|which|who|where|and|or)\b)[\w'’-]+ ){1,6}"
    r"(?:is|are|was|were|has|have|had|does|do|did|can|cannot|must|should|will|would|never)\b"
)
_ENGLISH = (
    re.compile(rf"^(?:(?!{_DESCRIBES})[^.;:]){{1,80}}?\s+(?:has |have )?(?:{_SAYS})\b", re.I),
    re.compile(r"^according to\b|,\s+according to [^,]+\.?$", re.I),
    re.compile(r"^in (?:the )?[^,]{1,60}\b(?:view|opinion|words|eyes)\b[^,]{0,40},", re.I),
    re.compile(r"^in [^,]{1,60}(?:['’]s|s['’]) (?:\w+ )?(?:view|opinion|eyes)\b", re.I),
    re.compile(
        r"^[^.;:,]{1,80}?(?:['’]s?|\b(?:its|their|his|her)) (?:\w+ )?(?:position|view|opinion"
        r"|stance|contention|argument|belief|claim) (?:is|was|remains|has been) that\b",
        re.I,
    ),
    # Without "that": a clause of its own must follow, not "claims jurisdiction over crimes".
    re.compile(
        rf"^(?:(?!{_DESCRIBES})[^.;:,]){{1,80}}?\s(?:believes?|thinks?|insists?|asserts?) "
        rf"{_CLAUSE}",
        re.I,
    ),
    re.compile(
        r"^as [^,]{1,60}\b(?:said|says|stated|noted|stressed|argued|claimed|underscored|put it"
        r"|emphasi[sz]ed|pointed out|reported|recalled),?\s",
        re.I,
    ),
)
_ENGLISH_NOUN = re.compile(
    rf"^(?P<subject>(?:(?!{_DESCRIBES})[^.;:,]){{1,80}}?)\s+(?:(?:{_MAY_BE_NOUN})\b"
    rf"|claims? {_CLAUSE})",
    re.I,
)
_RUSSIAN = (
    re.compile(
        r"^[^.;:]{1,80}?\s(?:говор(?:ит|ят)|сказал[аои]?|заявил[аои]?|заявля(?:ет|ют)"
        r"|утвержда(?:ет|ют)|утверждал[аои]?|счита(?:ет|ют)|считал[аои]?|полага(?:ет|ют)"
        r"|отмеча(?:ет|ют)|отметил[аои]?|подч[её]ркива(?:ет|ют)|подчеркнул[аои]?"
        r"|сообща(?:ет|ют)|сообщил[аои]?|указыва(?:ет|ют)|указал[аои]?),?\s+(?:о том,\s+)?что\s",
        re.I,
    ),
    re.compile(r"^(?:по словам|по мнению|согласно (?:заявлению|словам|мнению|позиции))\s", re.I),
    re.compile(r"^как\s[^,]{0,60}(?:заявил|сказал|отметил|подчеркнул|указал)[аои]?\b", re.I),
)
_CHINESE = (
    re.compile(
        r"^[^，。；]{1,30}?(?<!被)(?:说|說|表示|声称|聲稱|宣称|宣稱|坚称|堅稱|认为|認為|指出|断言|斷言"
        r"|称，|称：|稱，|稱：)"
    ),
    re.compile(r"^[据據][^，。]{1,20}(?:说|說|称|稱|报道|報道|表示)"),
    re.compile(r"^(?:根据|根據|按照)[^，。]{1,30}(?:的说法|的說法|的观点|的觀點|的看法)"),
    re.compile(r"^在[^，。]{1,20}看[来來]"),
)


def finished(text: str) -> str:
    """Return a claim's sentence with single spaces and a full stop."""
    text = " ".join(text.split())
    if not text or _ENDS.search(text) or _ASKS.search(text):
        return text
    return text + ("。" if _CJK.search(text[-1]) else ".")


def complaint(text: str) -> str:
    """Return what is wrong with a claim's sentence and what to do, or nothing."""
    text = " ".join(text.split())
    if _ASKS.search(text):
        return _("Write a statement, not a question: a claim is what somebody may hold.")
    if not _is_long_enough(text):
        return _("Write a whole sentence: who does or holds what?")
    if names_who_says_it(text):
        return _(
            "Leave out who says it: a claim is what is said, and who says it stands in the tag."
        )
    return ""


def names_who_says_it(text: str) -> bool:
    """Whether a sentence reads "X says that …" or "According to X …"."""
    if any(pattern.search(text) for pattern in (*_ENGLISH, *_RUSSIAN, *_CHINESE)):
        return True
    found = _ENGLISH_NOUN.search(text)
    return found is not None and not re.search(_NOUN_BEFORE, found["subject"].strip(), re.I)


def _is_long_enough(text: str) -> bool:
    return len(text.split()) >= WORDS_AT_LEAST or len(_CJK.findall(text)) >= CJK_AT_LEAST
