"""English words that say whose position something is."""

from .patterns import Holder, Reach, pattern

_ADVERB = r"(?:(?:[a-z]+ly|also|again|already|since|rightly|itself|once) ){0,2}"
_WHO = r"(?!(?:well|many|much|soon|long|if|though|of|to|a|an) )[^;:!?,]{1,80}? "
_SAID_SO = (
    r"(?:underscor|underlin|stress|not|reaffirm|affirm|emphasi[sz]|recall|conclud|recogni[sz]"
    r"|acknowledg|confirm|warn|explain|observ|highlight|stat|document|remind|report|point)"
    r"(?:e[sd]|s|ed)?(?: out)?|found|said|says|held|ruled"
)
_CLAIMS = r"(?:claim|allegation|accusation|charge|report|assertion|suggestion|notion|idea)s?"
_POSITION = (
    r"(?:position|stance|view|claim|allegation|assertion|argument|contention|notion|idea|belief"
    r"|premise|thesis|narrative|myth|insistence|assurances?|doctrine|charge|accusation|conviction"
    r"|statement|declaration|promise|suggestion|theory|rhetoric|propaganda|proposition)"
)
_SAY = (
    r"(?:(?:claim|alleg|argu|assert|contend|maintain|insist|declar|believ|suggest|report|not"
    r"|stress|emphasi[sz]|underscor|underlin|warn|acknowledg|recogni[sz]|announc|testif|admit"
    r"|conclud|affirm|reiterat|observ|add|explain|indicat|consider|promis|provid|pledg|vow"
    r"|predict|respond|repl|impl|fear|judg|conced)(?:e[sd]|s|ed|ies|ied|ted|ing)?"
    r"|writes?|wrote|says?|said|stated|saying|stating|found|finds|held|holds|ruled|thinks|thought)"
)

_BARE = (
    r"(?:(?:claim|alleg|argu|assert|contend|maintain|insist|believ|stress|emphasi[sz]|underscor"
    r"|underlin|consider|reiterat|declar|suggest|promis|warn|reply|repli|add)(?:e[sd]|s|ed)"
    r"|says|said|thinks|thought|wrote|writes)"
)
_SPEAKER = (
    r"(?:government|spokes\w+|minist(?:er|ry)|officials?|authorities|president|ambassador|party"
    r"|delegat(?:ion|e)|representative|media|critics|experts|he|she|they|some|many|who"
    r"|(?-i:[A-Z])[\w’']+)"
)
_WHICH = r"(?:[^;:.!?,]{0,60}? )?"
_TURNS_DOWN = (
    r"(?:reject|disput|contest|den(?:y|i)|refut|oppos|condemn|repudiat)(?:es|ed|e|s|ing)?"
    r"|disagree[sd]?(?: with)?"
    r"|(?:(?:do|does|did|can|could|will)(?: ?not|n['’]t)|never) (?:\w+ly )?"
    r"(?:accept|share|agree(?: with)?|believe|endorse|recogni[sz]e|support)"
)

ENGLISH = (
    pattern(
        "rejects",
        Holder.AFTER,
        rf"\bdisagree(?:s|d|ing)? {_ADVERB}(?:with|that)\b",
        r"(?<!rejects\s)\bany (?:such )?(?:claim|suggestion|notion|idea|assertion|pretence|talk)"
        r" (?:that|of)\b",
        r"\b(?:reject|condemn|refut|oppos|repudiat|rebut)(?:s|es|ed|e|ing|ted|ting)?\b",
        r"\b(?:rejection of|opposition to|disagreement with|object(?:s|ed)? to)\b",
        r"\btake[sn]? issue with\b",
        r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)?)"
        rf"(?= (?:that|\w{{2,}}ing|(?:\S+ ){{1,4}}{_CLAIMS})\b)",
        r"\b(?:disput|contest)(?:es|ed|e|s|ing)?"
        r"(?= (?:that|the|this|these|those|any|such|\S+['’]s)\b)",
        r"\b(?:(?:do|does|did|can|could|will|would)(?: not|n['’]t)|cannot) "
        rf"{_ADVERB}(?:share|accept|agree|believe|endorse|recogni[sz]e|subscribe)\b",
        r"\b(?:not|never|no longer|hardly|n['’]t) (?:[a-z]+ ){0,3}"
        r"(?:accept|agree|believe|endorse|subscribe)(?:s|d|ed)?\b",
        r"\bno (?:\w+ )?(?:basis|justification) for\b",
        r"\bnot (?:true|the case) that\b",
        r"(?-i:\bContrary) to\b",
        r"\b(?:critici[sz]|deplor|denounc|deplor)(?:es|ed|e|ing)"
        rf"(?= (?:[^;:.!?,]{{1,60}}['’]s?\s|the {_POSITION}))",
        r"(?<!\bno\s)(?<!without\s)(?<!beyond\s)"
        r"\b(?:doubt(?:s|ed)?|question(?:s|ed)?) (?:that|whether|if)\b",
        r"\b(?:false|untrue|incorrect|wrong|a lie|misleading|absurd|inaccurate)"
        r" (?:that|to (?:say|claim|suggest|argue|assert|equate|call))\b",
        r"\bno (?:\w+ )?(?:evidence|proof|indication|reason to believe|truth)"
        r" (?:that|to (?:support|suggest|show))\b",
        r"\b(?:not|n['’]t|never) (?:been )?(?:\w+ly )?(?:persuaded|convinced|satisfied)"
        r" (?:that|by)\b",
        r"\bun(?:persuaded|convinced) (?:that|by)\b",
        rf"\bdespite(?= [^;:.!?,]{{0,60}}\b(?:{_POSITION}|{_CLAIMS})s?\b)",
        r"\b(?:myth|fiction|fallacy|fabrication|pretence|pretense|lie) (?:that|of)\b",
    ),
    pattern(
        "rejects",
        Holder.TRAILING,
        rf"(?:[,—–-]|\b(?:is|are|was|were)) (?:(?:an?|the) (?:\w+ )?{_POSITION}|one|something)"
        rf" {_WHICH}"
        rf"(?:{_TURNS_DOWN})\b",
        rf"[,—–-] ?which {_WHICH}(?:{_TURNS_DOWN})\b",
        r"[,—–-] ?which (?:is|are|was) (?:\w+ly )?(?:false|untrue|wrong|incorrect|not true)\b",
        around=True,
    ),
    pattern(
        "rejects",
        Holder.NEAREST,
        r"\bso[-\s]called\b",
        r"\b(?:ostensibl[ey]|supposed(?:ly)?|purported(?:ly)?|self-styled)\b",
        r"\b(?:purport|pretend)(?:s|ed|ing)? to\b",
        r"\b(?:under|on|in) the (?:pretext|guise|banner) of\b",
    ),
    pattern(
        "rejects",
        Holder.REJECTED_BY,
        rf"\b(?:is|are|was|were|been) {_ADVERB}"
        r"(?:rejected|condemned|denied|disputed|refuted|opposed) by\b",
        around=True,
    ),
    pattern(
        "rejects",
        Holder.BEFORE,
        r"\b(?:inconsistent|incompatible|at odds|at variance|non-?complian(?:ce|t)) with\b",
        r"\b(?:contrary|runs? counter) to\b",
        r"\bcontradicts?\b",
        around=True,
        positions_only=True,
    ),
    pattern(
        "endorses",
        Holder.INSIDE,
        rf"(?<!such\s)(?<!well\s)\bas {_WHO}(?:(?:has|have|had) )?{_ADVERB}(?:{_SAID_SO})\b",
        around=True,
    ),
    pattern(
        "endorses",
        Holder.AFTER,
        rf"\bas {_ADVERB}(?:{_SAID_SO}) (?:by|in)\b",
        around=True,
    ),
    pattern(
        "endorses",
        Holder.AFTER,
        r"\b(?:agree[sd]?|concur(?:s|red)?|in agreement) with\b",
        r"\b(?:echo(?:es|ed|ing)?|endors(?:e|es|ed|ing))\b",
        r"\b(?:share[sd]?|support(?:s|ed)?) the "
        r"(?:view|position|concern|assessment|opinion|conclusion)s?\b",
        r"\b(?:align|associat)(?:s|ed|es) (?:it|our|them|her|him)sel(?:f|ves) with\b",
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        rf"\bas {_WHO}(?:claim|alleg|argu|put)(?:e[sd]|s|ed)?\b",
        r"\bquot(?:es|ed|ing) [^;:!?]{1,80}? as saying\b",
        around=True,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"(?:\bthe )?(?:\b\w+ )?\bprinciple (?:with)?in [^;:!?]{1,80}? of\b",
    ),
    pattern(
        "reports",
        Holder.OWNER,
        # Not the plural: "positions that are inconsistent with …" is nobody's position.
        rf"\b{_POSITION}(?: (?:of|by|from) [^;:!?,]{{1,60}}?)? (?:is )?that\b",
        rf"\b{_POSITION}s? (?:by|from) [^;:!?,]{{1,60}}? of\b",
        r"\b(?:doctrine|narrative) of\b",
        rf"(?<=['’]s\s)(?:\w+ )?{_POSITION}s?\b",
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        rf"\b{_SAY} that\b",
        r"\b(?:said|says|stated|wrote)[:,]? [\"“«]",
        r"\b(?:told|tells|inform(?:s|ed)|assur(?:es|ed)|notif(?:ies|ied)|advis(?:es|ed))"
        r" [^;:.!?]{1,80}? that\b",
        r"\b(?:claim(?:s|ed)?|profess(?:es|ed)?) to\b",
        r"\b(?:describ|label|regard|treat|portray|characteri[sz]|brand|depict|view|classif"
        r"|present|paint|stigmati[sz])(?:l?ed|es|ies|ied|s|l?ing)(?= [^;:.!?]{1,80}? as\b)",
        r"\baccus(?:es|ed|ing)(?= [^;:.!?]{1,80}? of\b)",
    ),
    pattern("reports", Holder.SUBJECT, rf"\b{_BARE}\b", needs_subject=True),
    pattern(
        "reports",
        Holder.INSIDE,
        rf"\b{_SPEAKER} (?:(?:has|have|had|also) )?{_BARE}(?= \w)",
        reach=Reach.NEAR,
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        r"\b(?:was|were|been|is|are) (?:told|informed|assured|advised)"
        r" (?:by [^;:.!?,]{1,60}? )?that\b",
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        rf"(?:(?<=[,—–]\s)|(?<=[,.!?][”\"]\s))(?!(?:and|or|as|which"
        rf"|but) )(?:[\w’'.-]+ ){{1,6}}{_BARE}"
        r"(?=\s*(?:[.,;!?]|\Z))",
        r"(?:(?<=[,—–]\s)|(?<=[,.!?][”\"]\s))(?:[\w’'.-]+ ){1,6}(?:says|said|added|replied"
        r"|insisted|claimed)\b",
        r"(?-i:\bFor) (?:the )?(?-i:[A-Z])[^;:!?,]{1,50}?,",
        r"\bfrom [^;:!?,]{1,60}?['’]s? (?:perspective|point of view|standpoint|viewpoint)\b",
        around=True,
    ),
    pattern("reports", Holder.SUBJECT, r"(?<=\w\s)(?:said|says)(?=[.,\"”])", around=True),
    pattern(
        "reports",
        Holder.AFTER,
        r"\baccording to\b"
        r"(?! (?:the )?(?:law|rule|article|international|its|their|what|whether)\b)",
        r"\bin the (?:words|view|opinion|eyes) of\b",
        r"\bfrom the (?:perspective|point of view|standpoint|viewpoint) of\b",
        r"(?-i:\bPer)(?= (?:the )?(?-i:[A-Z]))",
        r"(?-i:\bUnlike)(?= (?:the )?(?-i:[A-Z]))",
        r"(?<=[,\"”]\s)(?:said|says)(?= \w)",
        around=True,
    ),
    pattern("reports", Holder.NOBODY, r"\b(?:reportedly|allegedly)\b", around=True),
)
