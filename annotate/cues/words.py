"""The words that say whose position something is, by language: the lists behind the guard.

In the patterns a space stands for any white space, so that a line break inside a cue does not
hide it, and case does not matter. They are meant to miss little: a false alarm costs one
Enter, a missed cue may store "X says" for what X rejects.
"""

import re
from enum import Enum, auto
from typing import NamedTuple


class Holder(Enum):
    """Where the one whose position it is stands, seen from the cue."""

    AFTER = auto()  # disagrees with X
    INSIDE = auto()  # As X has underscored
    SUBJECT = auto()  # X claims that
    OWNER = auto()  # X's position that; the position of X that
    BEFORE = auto()  # X's policies are contrary to the Charter
    NEAREST = auto()  # so-called
    REJECTED_BY = auto()  # is rejected by X: not the one after it
    NOBODY = auto()  # reportedly


class Pattern(NamedTuple):
    """One family of cues; `around` if it also governs words before it ("…, according to X")."""

    kind: str
    holder: Holder
    words: re.Pattern[str]
    around: bool = False
    positions_only: bool = False

    @property
    def has_subject(self) -> bool:
        """Tell whether an agent directly before the cue is who rejects, endorses or says."""
        if self.holder is Holder.AFTER:
            return not self.around
        return self.holder in {Holder.SUBJECT, Holder.OWNER}


def _pattern(
    kind: str, holder: Holder, *words: str, around: bool = False, positions_only: bool = False
) -> Pattern:
    alternatives = "|".join(words).replace(" ", r"\s+")
    return Pattern(kind, holder, re.compile(alternatives, re.IGNORECASE), around, positions_only)


_ADVERB = r"(?:(?:[a-z]+ly|also|again|already|since|rightly|itself|once) ){0,2}"
_WHO = r"(?!(?:well|many|much|soon|long|if|though|of|to|a|an) )[^;:!?,]{1,80}? "
_SAID_SO = (
    r"(?:underscor|underlin|stress|not|reaffirm|affirm|emphasi[sz]|recall|conclud|recogni[sz]"
    r"|acknowledg|confirm|warn|explain|observ|highlight|stat|document|remind|report|point)"
    r"(?:e[sd]|s|ed)?(?: out)?|found|said|says|held|ruled|put it"
)
_CLAIMS = r"(?:claim|allegation|accusation|charge|report|assertion|suggestion|notion|idea)s?"
_POSITION = (
    r"(?:position|stance|view|claim|allegation|assertion|argument|contention|notion|idea|belief"
    r"|premise|thesis)"
)
_SAY = (
    r"(?:(?:claim|alleg|argu|assert|contend|maintain|insist|declar|believ|suggest|report|not"
    r"|stress|emphasi[sz]|underscor|underlin|warn|acknowledg|recogni[sz]|announc|testif|admit"
    r"|conclud|affirm|reiterat|observ|add|explain|indicat)(?:e[sd]|s|ed|ies|ied|ted|ing)?"
    r"|says?|said|stated|saying|stating|found|finds|held|holds|ruled|thinks|thought)"
)

ENGLISH = (
    _pattern(
        "rejects",
        Holder.AFTER,
        rf"\bdisagree(?:s|d|ing)? {_ADVERB}with\b",
        r"\b(?:reject|condemn|refut|oppos|repudiat|rebut)(?:s|es|ed|e|ing|ted|ting)?\b",
        r"\b(?:rejection of|opposition to|disagreement with|object(?:s|ed)? to)\b",
        r"\btake[sn]? issue with\b",
        r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)?)"
        rf"(?= (?:that|having|(?:\S+ ){{1,2}}{_CLAIMS})\b)",
        r"\b(?:disput|contest)(?:es|ed|e|s|ing)?"
        r"(?= (?:that|the|this|these|those|any|such|\S+['’]s)\b)",
        r"\b(?:(?:do|does|did|can|could|will|would)(?: not|n['’]t)|cannot) "
        rf"{_ADVERB}(?:share|accept|agree|believe|endorse|recogni[sz]e|subscribe)\b",
        r"\bno (?:\w+ )?(?:basis|justification) for\b",
        r"\bnot (?:true|the case) that\b",
        r"(?-i:\bContrary) to\b",
    ),
    _pattern(
        "rejects",
        Holder.NEAREST,
        r"\bso[-\s]called\b",
        r"\b(?:ostensibl[ey]|supposed(?:ly)?|purported(?:ly)?|self-styled)\b",
        r"\b(?:under|on|in) the (?:pretext|guise|banner) of\b",
    ),
    _pattern(
        "rejects",
        Holder.REJECTED_BY,
        rf"\b(?:is|are|was|were|been) {_ADVERB}"
        r"(?:rejected|condemned|denied|disputed|refuted|opposed) by\b",
        around=True,
    ),
    _pattern(
        "rejects",
        Holder.BEFORE,
        r"\b(?:inconsistent|incompatible|at odds|at variance|non-?complian(?:ce|t)) with\b",
        r"\b(?:contrary|runs? counter) to\b",
        r"\bcontradicts?\b",
        around=True,
        positions_only=True,
    ),
    _pattern(
        "endorses",
        Holder.INSIDE,
        rf"(?<!such\s)(?<!well\s)\bas {_WHO}(?:(?:has|have|had) )?{_ADVERB}(?:{_SAID_SO})\b",
        around=True,
    ),
    _pattern(
        "endorses",
        Holder.AFTER,
        rf"\bas {_ADVERB}(?:{_SAID_SO}) (?:by|in)\b",
        around=True,
    ),
    _pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:agree[sd]?|concur(?:s|red)?|in agreement) with\b",
        r"\b(?:echo(?:es|ed|ing)?|endors(?:e|es|ed|ing))\b",
        r"\b(?:share[sd]?|support(?:s|ed)?) the "
        r"(?:view|position|concern|assessment|opinion|conclusion)s?\b",
        r"\b(?:align|associat)(?:s|ed|es) (?:it|our|them|her|him)sel(?:f|ves) with\b",
    ),
    _pattern(
        "reports",
        Holder.INSIDE,
        rf"\bas {_WHO}(?:claim|alleg|argu|put)(?:e[sd]|s|ed)?\b",
        r"\bquot(?:es|ed|ing) [^;:!?]{1,80}? as saying\b",
        around=True,
    ),
    _pattern(
        "reports",
        Holder.INSIDE,
        r"(?:\bthe )?(?:\b\w+ )?\bprinciple (?:with)?in [^;:!?]{1,80}? of\b",
    ),
    _pattern(
        "reports",
        Holder.OWNER,
        # Not the plural: "positions that are inconsistent with …" is nobody's position.
        rf"\b{_POSITION}(?: of [^;:!?,]{{1,60}}?)? (?:is )?that\b",
        rf"(?<=['’]s\s)(?:\w+ )?{_POSITION}s?\b",
    ),
    _pattern(
        "reports", Holder.SUBJECT, rf"\b{_SAY} that\b", r"\b(?:said|says|stated|wrote)[:,]? [\"“«]"
    ),
    _pattern("reports", Holder.SUBJECT, r"(?<=\w\s)(?:said|says)(?=[.,\"”])", around=True),
    _pattern(
        "reports",
        Holder.AFTER,
        r"\baccording to\b"
        r"(?! (?:the )?(?:law|rule|article|international|its|their|what|whether)\b)",
        r"\bin the (?:words|view|opinion|eyes) of\b",
        r"(?<=[,\"”]\s)(?:said|says)(?= \w)",
        around=True,
    ),
    _pattern("reports", Holder.NOBODY, r"\b(?:reportedly|allegedly)\b", around=True),
)

_RU_SAY = (
    r"(?:утвержд|заяв|сообщ|счита|полага|настаива|указ|отме|подчерк|говор|сказа|напом|заключи)"
    r"[а-яё]*"
)

RUSSIAN = (
    _pattern(
        "rejects",
        Holder.AFTER,
        r"\bне соглас(?:ен|на|но|ны|ил[а-я]*|ша[а-я]+) со?\b",
        r"\bне (?:разделя|призна|поддержива)[а-яё]*",
        r"\b(?:отверг|опроверг|осужда|осуди|отрица|оспарива)[а-яё]*",
        r"\b(?:выступа|возража)[а-яё]* против\b",
        r"\bнет (?:никаких )?оснований\b",
    ),
    _pattern(
        "rejects",
        Holder.NEAREST,
        r"\bтак называ[а-яё]+",
        r"\bякобы\b",
        r"\bпод (?:предлогом|видом|прикрытием)\b",
    ),
    _pattern(
        "rejects",
        Holder.BEFORE,
        r"\bвопреки\b",
        r"\b(?:противореч|несовместим|не соответству|несоответств|несоблюден)[а-яё]*",
        around=True,
        positions_only=True,
    ),
    _pattern(
        "endorses",
        Holder.AFTER,
        r"\bкак (?:уже |неоднократно |справедливо |ранее )*"
        r"(?:подчерк|отме|указ|заяв|напом|подтверд|установи|сказа)[а-яё]*",
        around=True,
    ),
    _pattern(
        "endorses",
        Holder.INSIDE,
        r"\bкак [^;:!?,]{1,80}? (?:уже |неоднократно |справедливо |ранее )*"
        r"(?:подчерк|отме|указ|заяв|напом|подтверд|установи|сказа)[а-яё]*",
        around=True,
    ),
    _pattern(
        "endorses",
        Holder.AFTER,
        r"(?<!не\s)\bсоглас(?:ен|на|но|ны) со?\b",
        r"(?<!не\s)\b(?:разделя|поддержива)[а-яё]* "
        r"(?:мнени|позици|точку зрения|озабоченност|вывод)[а-яё]*",
    ),
    _pattern(
        "reports",
        Holder.AFTER,
        r"\bпо (?:словам|мнению|данным|утверждению|сообщени[а-яё]+)\b",
        r"(?<!,\s)\bсогласно\b(?! (?:стать|закон|конституц|резолюц|договор|котор|п\.))",
        around=True,
    ),
    _pattern(
        "reports",
        Holder.OWNER,
        r"\b(?:позици|мнени|утверждени|заявлени|тезис|взгляд|точк[а-я] зрения)[а-яё]*"
        r"(?: [^;:!?,]{1,60}?)?(?: о том)?, (?:что|согласно котор[а-яё]+)\b",
    ),
    _pattern("reports", Holder.SUBJECT, rf"\b{_RU_SAY}, (?:что|будто)\b"),
    _pattern("reports", Holder.NOBODY, r"\bкак сообщается\b", r"\bпредположительно\b", around=True),
)

_ZH_WHO = r"[^，。；：！？]{1,30}?"

CHINESE = (
    _pattern(
        "rejects",
        Holder.AFTER,
        r"不(?:同意|赞成|赞同|认同|认可|接受)|反对(?![派党者])|拒绝|驳斥|反驳|否认|谴责",
    ),
    _pattern(
        "rejects",
        Holder.NEAREST,
        rf"所谓的?|以{_ZH_WHO}为(?:名|借口|幌子)|打着{_ZH_WHO}的?(?:旗号|幌子)",
    ),
    _pattern(
        "rejects",
        Holder.BEFORE,
        r"不符合|违背|违反|有悖于|相悖|抵触",
        around=True,
        positions_only=True,
    ),
    _pattern(
        "endorses",
        Holder.INSIDE,
        rf"(?:正如|正像|恰如|(?<![例比诸假])如){_ZH_WHO}(?:强调|指出|重申|表示|申明|所说|所述|所言)的?",
        around=True,
    ),
    _pattern(
        "endorses",
        Holder.AFTER,
        rf"(?<![不未])(?:同意|赞同|认同)|支持(?={_ZH_WHO}(?:立场|观点|主张|看法))",
    ),
    _pattern(
        "reports",
        Holder.INSIDE,
        rf"(?<![根数证依占收凭论单票])据{_ZH_WHO}(?:报道|报告|介绍|透露|所述|称|说)",
        rf"(?:根据|按照?|用){_ZH_WHO}的(?:说法|看法|观点|报道|话说)",
        around=True,
    ),
    _pattern("reports", Holder.NOBODY, r"据[称说报悉]", around=True),
    _pattern("reports", Holder.OWNER, r"的(?:立场|主张|观点|论调|说法)", around=True),
    _pattern(
        "reports",
        Holder.SUBJECT,
        r"声称|宣称|辩称|坚称|指称|认为|主张|表示|指出|强调",
        r"(?<![名对简俗自号职著堪通可匀尊并总统据])称(?![为赞号呼职霸作])",
    ),
)

LISTS = {"en": ENGLISH, "ru": RUSSIAN, "zh": CHINESE}

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
