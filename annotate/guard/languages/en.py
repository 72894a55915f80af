"""English words that say whose position something is."""

from .language import (
    Holder,
    Language,
    Reach,
    denied_after,
    denies,
    doubted_after,
    negates,
    not_after,
    pattern,
    said,
    supposes,
    unsure,
)

_ADVERB = r"(?:(?:[a-z]+ly|also|again|already|since|rightly|itself|once) ){0,2}"
_WHO = r"(?!(?:well|many|much|soon|long|if|though|of|to|a|an) )[^;:!?,]{1,80}? "
_SAID_SO = (
    r"(?:underscor|underlin|stress|not|reaffirm|affirm|emphasi[sz]|recall|conclud|recogni[sz]"
    r"|acknowledg|confirm|warn|explain|observ|highlight|stat|document|remind|report|point)(?:e[sd]"
    r"|s|ed)?(?: out)?|found|said|says|held|ruled"
)
_CLAIMS = r"(?:claim|allegation|accusation|charge|report|assertion|suggestion|notion|idea)s?"
_POSITION = (
    r"(?:position|stance|view|claim|allegation|assertion|argument|contention|notion|idea|belief"
    r"|premise|thesis|narrative|myth|insistence|assurances?|doctrine|charge|accusation|conviction"
    r"|statement|declaration|promise|suggestion|theory|rhetoric|propaganda|proposition)"
)
_SAY = (
    r"(?:(?:claim|alleg|argu|assert|contend|maintain|insist|declar|believ|suggest|report|not|stress"
    r"|emphasi[sz]|underscor|underlin|warn|acknowledg|recogni[sz]|announc|testif|admit|conclud"
    r"|affirm|reiterat|observ|add|explain|indicat|consider|promis|provid|pledg|vow|predict|respond"
    r"|repl|impl|fear|judg|conced)(?:e[sd]|s|ed|ies|ied|ted|ing)?|writes?|wrote|says?|said|stated"
    r"|saying|stating|found|finds|held|holds|ruled|thinks|thought)"
)
_BARE = (
    r"(?:(?:claim|alleg|argu|assert|contend|maintain|insist|believ|stress|emphasi[sz]|underscor"
    r"|underlin|consider|reiterat|declar|suggest|promis|warn|reply|repli|add)(?:e[sd]|s|ed)|says"
    r"|said|thinks|thought|wrote|writes)"
)
_SPEAKER = (
    r"(?:government|spokes\w+|minist(?:er|ry)|officials?|authorities|president|ambassador|party"
    r"|delegat(?:ion|e)|representative|media|critics|experts|he|she|they|some|many|who"
    r"|(?-i:[A-Z])[\w’']+)"
)
_WHICH = r"(?:[^;:.!?,]{0,60}? )?"
_TURNS_DOWN = (
    r"(?:reject|disput|contest|den(?:y|i)|refut|oppos|condemn|repudiat)(?:es|ed|e|s|ing)?"
    r"|disagree[sd]?(?: with)?|(?:(?:do|does|did|can|could|will)(?: ?not|n['’]t)"
    r"|never) (?:\w+ly )?(?:accept|share|agree(?: with)?|believe|endorse|recogni[sz]e|support)"
)
_NOT = (
    r"(?:(?:do|does|did|can|could|has|have|had|will|would|is|are|was|were)(?: not|n['’]t)|cannot"
    r"|never|no longer|nor|(?:unable|not able|not in a position|fail(?:s|ed)?) to) (?!(?:only|just"
    r"|merely|simply) )(?:[a-z]+ ){0,3}?"
)
_THAT = r"(?:that|whether|if|how(?: many| much)?|who|what|why|when|where)"
_PLAINLY = (
    not_after(r"no\s not\s cannot\s never\s without\s beyond\s any\s a\s little\s")
    + r"(?<!n['’]t\s)"
)
_UNTRUE = (
    r"(?:wrong|incorrect|untrue|false|inaccurate|mistaken|misguided|misleading|absurd|ridiculous"
    r"|preposterous|nonsense|nonsensical|unfounded|baseless|groundless|untenable|unsupported"
    r"|unsustainable|inconceivable|laughable|(?:an? )?(?:[a-z]+ )?(?:myth|fiction|fallacy"
    r"|fabrication|lie|misconception|mistake|error|illusion|delusion|exaggeration|fantasy|pretext"
    r"|sham|farce|invention|misreading|distortion))"
)
_UNFIT = (
    r"(?:unacceptable|impermissible|intolerable|inadmissible|unlawful|illegal|illegitimate"
    r"|prohibited|forbidden|impossible|unreasonable|unjustified|unjustifiable|indefensible"
    r"|irresponsible|naive|premature|improper|outrageous|inexcusable|unthinkable|too much)"
)
_UNSURE = (
    r"(?:doubtful|dubious|questionable|unlikely|improbable|debatable|implausible|conceivable"
    r"|uncertain|unclear|unproven|unproved|unconfirmed|unverified|unsubstantiated|contested"
    r"|disputed|possible|arguable|open to (?:question|doubt|debate))"
)
_BE = r"(?:is|are|was|were|be|been|being|seems?|appears?|remains?|sounds?|proved|call(?:ed|s)? it)"
_HOW = r"(?:(?:[a-z]+ly|quite|so|also|even|utter|far|plain|pure|just|an?|thus|itself|still) ){0,3}"
_TO = (
    r"(?: for [^;:.!?,]{1,50}?)?(?: to \w+(?: \w+){0,2}?)?(?: (?:that|of|in|as|a notion"
    r"|the notion))?"
)
_SHOWN = (
    r"(?:substantiated|verified|confirmed|proven|proved|corroborated|established|demonstrated|shown"
    r"|supported|borne out)"
)
_DO_NOT = (
    r"(?:(?:do|does|did|can|could|has|have|had|will|would|is|are|was|were)(?: ?not|n['’]t)|never)"
)
_STEMS = (
    r"(?:claim|alleg|argu|assert|contend|maintain|insist|declar|believ|suggest|report|stress"
    r"|emphasi[sz]|underscor|underlin|warn|acknowledg|recogni[sz]|announc|testif|admit|conclud"
    r"|affirm|reaffirm|reiterat|observ|explain|indicat|predict|repl|respond|fear|conced|document"
    r"|record|recall|recollect|recount|describ|narrat|complain|confess|confirm|estimat|reveal"
    r"|disclos|mention|boast|hint|speculat|deem|consider|remark|comment|proclaim|hail|prais|tout"
    r"|portray|depict|denounc|attest|rememb|propos|imagin|not|charg|lament|hold|add|guess)(?:e[sd]?"
    r"|s|ed|ies|ied|t?ted|ing|er|ers|ered)?"
)
_TELL = (
    rf"(?:{_STEMS}|stat(?:ed|ing)|states(?=\s*(?:that\b|[:\"“«‘]))|writes?|wrote|writing|written"
    r"|says?|said|saying|reads?|thinks?|thought|sees?|saw|swears?|swore|tells?|told"
    r"|found(?=\s*(?:that\b|:|[\"“«‘]))|finds?(?=\s*(?:that\b|:))|shows?(?=\s*that\b)|knows?|knew"
    r"|puts? it|went on)"
)
_REPORT = (
    r"(?:reports?|stud(?:y|ies)|survey|research|investigations?|inquiry|testimon(?:y|ies)|poll"
    r"|indictment|verdict|press release|communiqu[eé]|memo|editorial|news)"
)
_NOUN = (
    r"(?:testimon(?:y|ies)|rumou?rs?|admissions?|confessions?|complaints?|suspicions?|findings?"
    r"|conclusions?|hopes?|fears?|reports?|accusations?|charges?|allegations?|pretensions?|claims?"
    r"|assertions?|warnings?|predictions?|explanations?|accounts?|boasts?|news)"
)
_NOT_A_NOUN = "(?<!-)" + not_after(r"the\s a\s an\s of\s to\s in\s for\s no\s")
_YEAR = r"(?: \((?:[^()]{0,40}, )?\d{4}[a-z]?\))?"
_DENIES = (
    r"(?:(?:refus|declin|fail)(?:e[sd]|s|ed|ing)? to (?:acknowledge|admit|concede|recogni[sz]e"
    r"|accept|confirm|believe|say)|(?:never|(?:do|does|did|has|have|had|will|would|can"
    r"|could)(?: ?not|n['’]t)|nor|no longer) (?:\w+ly )?(?:admit|acknowledge|concede)(?:d|ted)?"
    r"|den(?:y|ies|ied|ying))"
)
_CUES = (
    pattern(
        "rejects",
        Holder.AFTER,
        rf"\bdisagree(?:s|d|ing)? {_ADVERB}(?:with|that)\b",
        r"(?<!rejects\s)\bany (?:such )?(?:claim|suggestion|notion|idea|assertion|pretence"
        r"|talk) (?:that|of)\b",
        r"\b(?:reject|condemn|refut|oppos|repudiat|rebut)(?:s|es|ed|e|ing|ted|ting)?\b",
        r"\b(?:rejection of|opposition to|disagreement with|object(?:s|ed)? to)\b",
        r"\btake[sn]? issue with\b",
        r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)?)(?= (?:that|\w{2,}ing"
        rf"|(?:\S+ ){{1,4}}{_CLAIMS})\b)",
        r"\b(?:disput|contest)(?:es|ed|e|s|ing)?(?= (?:that|the|this|these|those|any|such"
        r"|\S+['’]s)\b)",
        rf"\b(?:(?:do|does|did|can|could|will|would)(?: not|n['’]t)|cannot) {_ADVERB}(?:share"
        r"|accept|agree|believe|endorse|recogni[sz]e|subscribe)\b",
        r"\b(?:not|never|no longer|hardly|n['’]t) (?:[a-z]+ ){0,3}(?:accept|agree|believe|endorse"
        r"|subscribe)(?:s|d|ed)?\b",
        r"\bno (?:\w+ )?(?:basis|justification) for\b",
        r"\bnot (?:true|the case) that\b",
        r"(?-i:\bContrary) to\b",
        r"\b(?:critici[sz]|deplor|denounc|deplor)(?:es|ed|e|ing)(?= (?:[^;:.!?,]{1,60}['’]s?\s"
        rf"|the {_POSITION}))",
        r"(?<!\bno\s)(?<!without\s)(?<!beyond\s)\b(?:doubt(?:s|ed)?|question(?:s|ed)?) (?:that"
        r"|whether|if)\b",
        r"\b(?:false|untrue|incorrect|wrong|a lie|misleading|absurd|inaccurate) (?:that|to (?:say"
        r"|claim|suggest|argue|assert|equate|call))\b",
        r"\bno (?:\w+ )?(?:evidence|proof|indication|reason to believe|truth) (?:that|to (?:support"
        r"|suggest|show))\b",
        r"\b(?:not|n['’]t|never) (?:been )?(?:\w+ly )?(?:persuaded|convinced|satisfied) (?:that"
        r"|by)\b",
        r"\bun(?:persuaded|convinced) (?:that|by)\b",
        rf"\bdespite(?= [^;:.!?,]{{0,60}}\b(?:{_POSITION}|{_CLAIMS})s?\b)",
        r"\b(?:myth|fiction|fallacy|fabrication|pretence|pretense|lie) (?:that|of)\b",
    ),
    pattern(
        "rejects",
        Holder.TRAILING,
        rf"(?:[,—–-]|\b(?:is|are|was|were)) (?:(?:an?|the) (?:\w+ )?{_POSITION}|one"
        rf"|something) {_WHICH}(?:{_TURNS_DOWN})\b",
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
        rf"\b(?:is|are|was|were|been) {_ADVERB}(?:rejected|condemned|denied|disputed|refuted"
        r"|opposed) by\b",
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
        r"\b(?:share[sd]?|support(?:s|ed)?) the (?:view|position|concern|assessment|opinion"
        r"|conclusion)s?\b",
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
        r"\b(?:told|tells|inform(?:s|ed)|assur(?:es|ed)|notif(?:ies|ied)|advis(?:es"
        r"|ed)) [^;:.!?]{1,80}? that\b",
        r"\b(?:claim(?:s|ed)?|profess(?:es|ed)?) to\b",
        r"\b(?:describ|label|regard|treat|portray|characteri[sz]|brand|depict|view|classif|present"
        r"|paint|stigmati[sz])(?:l?ed|es|ies|ied|s|l?ing)(?= [^;:.!?]{1,80}? as\b)",
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
        r"\b(?:was|were|been|is|are) (?:told|informed|assured"
        r"|advised) (?:by [^;:.!?,]{1,60}? )?that\b",
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"(?:(?<=[,—–]\s)|(?<=[,.!?][”\"]\s))(?!(?:and|or|as|which"
        rf"|but) )(?:[\w’'.-]+ ){{1,6}}{_BARE}(?=\s*(?:[.,;!?]|\Z))",
        r"(?:(?<=[,—–]\s)|(?<=[,.!?][”\"]\s))(?:[\w’'.-]+ ){1,6}(?:says|said|added|replied|insisted"
        r"|claimed)\b",
        r"(?-i:\bFor) (?:the )?(?-i:[A-Z])[^;:!?,]{1,50}?,",
        r"\bfrom [^;:!?,]{1,60}?['’]s? (?:perspective|point of view|standpoint|viewpoint)\b",
        around=True,
    ),
    pattern("reports", Holder.SUBJECT, r"(?<=\w\s)(?:said|says)(?=[.,\"”])", around=True),
    pattern(
        "reports",
        Holder.AFTER,
        r"\baccording to\b(?! (?:the )?(?:law|rule|article|international|its|their|what"
        r"|whether)\b)",
        r"\bin the (?:words|view|opinion|eyes) of\b",
        r"\bfrom the (?:perspective|point of view|standpoint|viewpoint) of\b",
        r"(?-i:\bPer)(?= (?:the )?(?-i:[A-Z]))",
        r"(?-i:\bUnlike)(?= (?:the )?(?-i:[A-Z]))",
        r"(?<=[,\"”]\s)(?:said|says)(?= \w)",
        around=True,
    ),
    pattern("reports", Holder.NOBODY, r"\b(?:reportedly|allegedly)\b", around=True),
    denies(
        rf"\b{_NOT}(?:accept|agree|believe|think|consider)(?:s|d|ed)? that\b",
        rf"{_PLAINLY}\bden(?:y|ies|ied|ying) that\b",
        r"\b(?:there (?:is|was|are|were) |(?:find|finds|found|has|have|had|sees?"
        r"|saw) )?no (?:\w+ )?(?:evidence|proof|indication|truth|reason|basis) (?:that"
        r"|to (?:support|suggest|show|indicate|say|believe|conclude)(?: that)?)\b",
        r"\b(?:it (?:is|was) )?(?:\w+ly )?(?:not (?:true|correct|so|the case)|untrue|false"
        r"|incorrect|a lie) (?:that|to (?:say|claim|suggest|argue|assert)(?: that)?)\b",
        r"\b(?:not|n['’]t|never) (?:been )?(?:\w+ly )?(?:persuaded|convinced|satisfied) that\b",
        r"\bun(?:persuaded|convinced) that\b",
        r"\b(?:refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|rebut(?:s|ted)?) that\b",
    ),
    unsure(
        rf"\b{_NOT}(?:confirm|verif(?:y|i)|corroborat|substantiat)(?:e|ed)?(?: {_THAT})?\b",
        rf"\b{_NOT}(?:say|said|state|claim|allege|suggest|imply|implie|conclude|find|found"
        rf"|establish|ascertain|determine|prove|show|know|tell)(?:d|ed|n)? {_THAT}\b",
        rf"\b{_NOT}(?:find|found|see|seen) (?:\w+ )?(?:evidence|proof|indications?) that\b",
        rf"{_PLAINLY}\b(?:doubt(?:s|ed)?|question(?:s|ed)?) {_THAT}\b",
        r"\bdoubt(?:ful|s)?(?: (?:on|upon|about))? whether\b|\b(?:cast|casts) doubt (?:on|upon)\b",
        r"\bs[ck]eptical (?:that|whether|of)\b",
        r"\b(?:it (?:is|was|remains) )?(?:still )?(?:unclear|uncertain|unknown|unconfirmed"
        rf"|unverified|not (?:yet )?(?:clear|certain|known|sure)) {_THAT}\b",
        r"\b(?:(?:ask|wonder|consider|examin|investigat|assess)(?:s|es|e|ed|ing)? )?whether\b",
    ),
    negates(
        r"\b(?:not|never|cannot|nobody|no one|none|neither|nor|hardly|scarcely|rarely|seldom"
        r"|without|nothing|nowhere|no longer)\b|n['’]t\b",
        r"\bno(?= \w)(?! (?:doubt|fewer|less|more than|later than|longer|wonder|matter|secret"
        r"|question|stranger|sooner|denying|one)\b)",
        r"(?-i:\bFew\b)(?! (?:years|days|weeks|months))|\b(?:very|too) few\b",
        r"\b(?:has|have|had) yet to\b|\bso much as\b",
        r"\bby no means\b|\bunder no circumstances?\b|\bon no account\b|\bin no (?:way|case"
        r"|sense)\b",
        r"\b(?:fail|declin|ceas|neglect|omit|refus|unwilling|unable|reluctan|incapab"
        r"|powerless)(?:e[sd]?|s|ed|t?ted|ing|al|ure|t|le|ance|ness)? (?:to|of)\b",
        r"\b(?:refrain|abstain|desist)(?:s|ed|ing)? from\b|\b(?:avoid|stop|quit)(?:s|p?ed"
        r"|p?ing)?(?= (?:\w+ly )?\w+ing\b)",
        r"\b(?:prevent|prohibit|bar|ban|block|stop|keep|deter)(?:s|red|ned|ped|ed|t|ring|ning"
        r"|ing)? [^;:.!?,]{1,50}? from\b|\bkept [^;:.!?,]{1,40}? from\b",
        r"\b(?:prohibit|forbid|ban|outlaw)(?:s|ned|ed|den|ning|ing)?\b|\bforbade\b",
        r"\black(?:s|ed|ing)?\b|\b(?:far|free|exempt) from\b|\b(?:stop|stops|stopped|fall|falls"
        r"|fell) short of\b|\b(?:devoid|bereft|deprived) of\b|\babsence of\b",
        r"\b(?:den(?:y|ies|ied)|depriv(?:e[sd]?|ing)|strip(?:s"
        r"|ped)?)(?: (?!that)[\w’']+){0,3}?(?: of)? (?:the |any |their |his |her )?(?:right|access"
        r"|opportunity|chance|possibility)\b(?: (?:to|of))?",
        r"\b(?:instead of|rather than|in place of|as opposed to|short of)\b",
        r"\b(?:put|bring|brought|call\w*|calls? for) (?:for )?an end to\b|\bend(?:s|ed)? to\b",
        r"\b(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing))(?: that\b)?",
    ),
    negates(
        rf"\b{_BE} {_HOW}(?:{_UNTRUE}|{_UNFIT})\b{_TO}(?![.;,])",
        r"\b(?:makes?|made) (?:no|little) sense\b(?: for [^;:.!?,]{1,50}?)?(?: to)?",
        r"\b(?:the|a|that|this) (?:[a-z]+ )?(?:myth|fiction|fallacy|misconception|lie|illusion"
        r"|pretence|pretense|fabrication|canard)(?: (?:that|of))?\b",
        r"\bthere (?:is|was|can be|are) (?:absolutely )?(?:no|little|nothing) (?:\w+ )?(?:evidence"
        r"|proof|truth|reason|basis|justification|excuse|grounds|question|sense|point|indication"
        r"|sign)s?(?: (?:to \w+(?: that)?|that|for|of|in))?\b",
        r"\b(?:by no means|not at all|cannot be|not|never|hardly) (?:be )?(?:(?:the case|true"
        r"|right|correct|fair|accurate|possible|said|argued|claimed|acceptable|permissible"
        rf"|lawful))\b{_TO}",
        r"\ba far cry from (?:the truth )?(?:that\b)?",
        r"\bfar from (?:\w+ )?(?:convinced|persuaded|true)(?: that)?\b",
        r"\b(?:nothing|no \w+|nobody|no one|none|few)(?: [a-z]+){0,5}? (?:accept|agree|believe"
        r"|think|argue|suggest|show|claim|maintain|deserve|prove|indicate|support|conclude"
        r"|pretend)(?:s|d|ed)?(?: (?:that|to))?\b",
    ),
    supposes(
        rf"\b{_BE} {_HOW}{_UNSURE}\b{_TO}(?![.;,])",
        rf"\b{_DO_NOT} (?:been )?(?:\w+ly )?{_SHOWN}(?: that)?\b",
        r"\bfar from (?:\w+ )?(?:certain|sure|clear|known)(?: (?:that|whether))?\b",
        r"\bnot (?:\w+ )?(?:certain|sure|clear|known|aware|evident|apparent|obvious"
        r"|likely)(?: of [^;:.!?,]{1,40}? in which| (?:of|that|whether|if))?\b",
        r"(?<!\bno\s)(?<!not\s)(?<!n['’]t\s)(?<!beyond\s)(?<!without\s)(?<!cannot\s)\b(?:doubt"
        r"|question|wonder)(?:s|ed|ing)?(?: (?:that|whether|if))?\b",
        r"\b(?:remains? to be seen|open question)(?: (?:whether|if))?\b",
    ),
    denied_after(
        rf"\b{_BE} {_HOW}{_UNTRUE}\b",
        rf"\b{_BE} {_HOW}{_UNFIT}\b",
        rf"\b(?:{_DO_NOT}|{_BE}(?: \w+)? not) (?:\w+ly )?(?:true|so|the case|correct|credible"
        r"|convincing|accurate|acceptable|supported|hold|stand|withstand|survive|bear|convince"
        r"|be (?:\w+ly )?(?:true|sustained|justified|supported|defended|accepted|right"
        r"|taken seriously))\b",
        r"\b(?:has|have|had|lacks?|lacked|is|are|was|were)(?: (?:no|any|without|not|all"
        r"|absolutely))+ (?:\w+ )?(?:basis|foundation|merit|truth|substance|credibility|validity"
        r"|justification|grounds|support|place)\b",
        r"\black(?:s|ed)? (?:\w+ )?(?:basis|foundation|merit|credibility|substance|validity)\b",
        r"[,—–-]\s*(?:nothing of the (?:kind|sort)|not so\b|hardly\b|far from it|not true"
        r"|a (?:\w+ )?(?:lie|myth|fiction|fallacy)|nonsense|an? (?:\w+ )?(?:absurdity"
        r"|exaggeration))",
        r"\b(?:is|are|was|were) (?:\w+ )?(?:lying|over|gone|a thing of the past|an insult"
        r"|an affront|to mock|to insult)\b|\b(?:insults|mocks)\b",
        r"\b(?:debunked|discredited|disproved|disproven|refuted|exposed as|retracted)\b",
        r"\b(?:misleads|is misleading|rings hollow|collapses|falls apart|fools? no)\b",
    ),
    doubted_after(
        rf"\b{_BE} {_HOW}{_UNSURE}\b",
        rf"(?:[,—–-]\s*(?:al)?though (?:this|that|it) |\b){_DO_NOT} (?:yet )?(?:be "
        rf"|been )?(?:yet )?(?:\w+ly )?{_SHOWN}\b",
    ),
    supposes(
        r"\b(?:if|unless(?: and until)?|supposing|assuming|suppose|assume|imagine|presuming"
        r"|as though|lest|provided|in case)(?: that)?\b(?! (?:any|not|necessary|possible)\b)",
        r"\b(?:perhaps|maybe|possibly|presumably|conceivably|hypothetically|theoretically"
        r"|apparently|seemingly|in theory)\b,?(?: that\b)?",
        r"\b(?:it|this) (?:may|might|could) (?:well )?be that\b|\b(?:may|might|could) (?:think"
        r"|believe|suppose|argue)(?: that)?\b|\bin the event that\b",
    ),
    supposes(
        r"(?-i:\b(?:Had|Were|Should))\b",
        reach=Reach.BESIDE,
    ),
    pattern(
        "doubts",
        Holder.DENIED,
        r", ?(?:perhaps|maybe|possibly|presumably|apparently)(?=\s*[.,;!?]|\Z)",
        reach=Reach.AFTERWARDS,
    ),
    said(
        rf"{_NOT_A_NOUN}\b{_TELL}\b(?: (?:that|how|what))?{_YEAR}",
        r"\b(?:promis|pledg|vow|threaten|undert[ao]ok|claim|profess|pretend|plan|intend"
        r"|agree)(?:e[sd]|s|ed)? to\b(?: have| be)?",
        r"\b(?:want|wants|wanted|would have|ask|asks) (?:us|the world"
        r"|[\w ]{1,30}?)(?: to)? believe(?: that)?",
        r"\bsuspect(?:ed)?\b|(?<=\w\s)suspects(?= (?:that|he|she|they|it|the)\b)",
        r"\b(?:deem|consider|call|brand|label|declar|proclaim)(?:l?ed|s|es|ing)?\b",
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"\b(?:told|tells?|telling|said|says|insist(?:s|ed)|claim(?:s|ed)|alleg(?:es|ed)"
        r"|maintain(?:s|ed)|assur(?:e[sd]?|ing)|inform(?:s|ed)?|remind(?:s|ed)?|convinc(?:e[sd]?)"
        r"|persuad(?:e[sd]?)|warn(?:s|ed)?|promis(?:e[sd]?)|assert(?:s|ed)|believes?)\b",
        reach=Reach.NEAR,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"(?:(?<=[,—–]\s)|(?<=[,.!?][\"”’»]\s))(?!(?:and|or|as|which|but|who|that|where|when|in"
        rf"|with) )(?:[\w’'.-]+ ){{1,6}}?{_TELL}(?=\s*(?:[.,;!?:]|\Z)| (?:on|in|to|at|last|after"
        r"|when|us|reporters|journalists|the)\b)",
        reach=Reach.AFTERWARDS,
    ),
    pattern(
        "reports",
        Holder.AFTER,
        r"(?<=[,”\"’»—–]\s)(?:explained|replied|added|wrote|declared|announced|insisted|recalled"
        r"|reported|claimed|warned|stated|argued)(?= \w)",
        around=True,
    ),
    said(
        r"\b(?:speak|spoke|speaking|talk|tell|told|complain|boast|accus|warn)(?:e[sd]|s|ed"
        r"|ing)?(?: (?:to|with) [^;:.!?,]{1,30}?)? (?:of|about)\b",
        r"\b(?:accounts?|reports?|allegations?|claims?|rumou?rs?|accusations?|testimon(?:y|ies)"
        r"|descriptions?|stories|tales|complaints?) (?:of|about)\b",
    ),
    said(r"\b\w+ \(\d{4}[a-z]?\)(?:[:,]| (?:and|have|has))", holder=Holder.NOBODY),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"(?:(?<=\w)|(?<=\))):(?=\s)",
        r"['’]s? (?:[\w-]+ ){0,2}?(?:report|paper|statement|law|study|envoy)s? (?:say|stat)\w*",
        reach=Reach.BESIDE,
        needs_subject=True,
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        r"\b(?:Beijing|Moscow|Washington|Brussels|Tashkent|Astana|Kremlin|White House|spokes\w+"
        r"|minist\w+|president|ambassador|witness|detainee|prisoner|guard|official|critics?|(?:Mr"
        r"|Ms|Mrs|Dr)\.? [\w.-]+):",
        reach=Reach.BESIDE,
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"\b(?:equat(?:es?|ed|ing)|conflat(?:es?|ed)|(?:treats?|sees?|saw|regard(?:s|ed)?|hail(?:s"
        r"|ed)?|prais(?:es?|ed)|denounc(?:es?|ed)|views?)(?= [^;:.!?]{1,80}? as\b))",
        needs_subject=True,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"\b(?:(?:an?|the|this|his|her|their|its|our|[\w.-]+['’]s?"
        rf"|[\w-]+) )?(?:[\w-]+ )?{_REPORT}(?: [\w-]+){{0,5}}? {_TELL}(?: that)?\b",
        r"\bblam(?:es?|ed|ing)(?= [^;:.!?]{1,80}? for\b)",
        r"\b(?:sees?|saw|hail(?:s|ed)?|prais(?:es?|ed)|denounc(?:es?|ed)|revil(?:es?"
        r"|ed))(?= [^;:.!?]{1,80}? as\b)",
        r"\brumou?rs? has it(?: that)?\b|\bdefin(?:es?|ed|ing)(?= [^;:.!?]{1,80}? as\b)",
        r"\b(?:reply|response|answer|line|message|excuse|defen[cs]e|explanation|story|version"
        r"|theory|belief|view|position|argument|pretext|reasoning) (?:[^;:.!?,]{1,60}? )?(?:is|was"
        r"|has been)(?: \w+)?(?: that\b|:)",
        rf"\b{_NOUN} (?:[^;:.!?,]{{1,40}}? )?that\b",
        r"\b(?:claim|allegation|accusation|charge|argument|point|case) (?:is|was|has been"
        r"|is being) (?:\w+ )?made that\b",
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        r"\b(?:is|are|was|were|been|be) (?:widely |also |now |often )?(?:said|alleged|believed"
        r"|reported|thought|claimed|understood|rumou?red|considered|deemed|accused|suspected"
        r"|convicted|found guilty|charged|known|supposed|assumed|held) (?:to (?:have|be|\w+)|that"
        r"|of|with|as)\b",
        reach=Reach.BESIDE,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"\b(?:in|by) [^;:.!?,]{1,50}?['’]s? (?:own )?(?:telling|account|version|reading|book|eyes"
        r"|mind|words|opinion|judgm?ent|estimation|estimate|narrative|logic|view|doctrine"
        r"|imagination|(?:own )?admission)\b",
        r"(?-i:\bTo) (?:the )?(?-i:[A-Z])[^;:!?,]{1,50}?,",
        r"\bunder (?!international|the (?:UN|United|Universal"
        r"|Covenant))(?:[\w’'.-]+ ){0,4}?(?:doctrine|policy|definition|convention|charter|narrative"
        r"|ideology|theory|logic),?",
        r"\bas far as [^;:.!?,]{1,50}? (?:is|are) concerned\b",
        r"\((?-i:[A-Z])[\w’'.& -]{2,40}, (?:\d{1,2} )?(?-i:[A-Z])[a-z]+ (?:19|20)\d\d\)",
        r"\bor so [^;:.!?,]{1,50}? (?:say|claim|tell|believe|argue)s?\b",
        r"\bif (?:(?:one|we|you) (?:(?:is|are) to )?believes?|[^;:.!?,]{1,40} (?:is"
        r"|are) to be believed)",
        r"\((?:see |cf\.? )?(?-i:(?!January|February|March|April|May|June|July|August|September"
        r"|October|November|December)[A-Z])[\w’'.& -]{2,60},? (?:19|20)\d\d[a-z]?(?:[:,] ?\d+)?\)",
        around=True,
    ),
    # Who denies or will not admit it: no position of their own that it is so.
    pattern(
        "rejects",
        Holder.UNHELD,
        rf"\b{_DENIES}(?: that\b| (?=\w{{2,}}ing\b)|(?<=ed)|(?<=dge))",
        r"\b(?:denials?|refutations?|rejections?|disavowals?) (?:by [^;:.!?,]{1,40}? )?(?:that"
        r"|of (?:any|all|having|using|the (?:allegation|claim|charge|accusation)s?))\b",
        r"\b(?:refusal|failure|unwillingness) to (?:acknowledge|admit|concede|recogni[sz]e"
        r"|accept)(?: that)?\b",
        reach=Reach.CLAUSE,
    ),
)

_WRONG = (
    r"(?:false|untrue|wrong|incorrect|misleading|baseless|unfounded|absurd|nonsense|mistaken|lies"
    r"|a (?:\w+ )?(?:lie|myth|fiction|fallacy)|not (?:true|so|the case|correct|credible|accurate)"
    r"|far from (?:true|the truth|the case)|simply not)"
)
_DISSENT = (
    # Who turns it down is named first; somebody unknown is not the voice.
    pattern(
        "rejects",
        Holder.DISSENTER,
        r"(?:We|I|(?-i:[A-Z])[^.;:!?,]{1,60}?) (?:[a-z]+ ){0,2}(?:disagrees?|(?:disputes?|rejects?"
        r"|den(?:y|ies)|refutes?|condemns?|doubts?|questions?) (?:this|that|it|these|those|such)"
        r"|(?:do|does|did|can|could)(?: ?not|n['’]t) (?:[a-z]+ )?(?:agree|accept|share|believe"
        r"|think|confirm))\b",
    ),
    pattern(
        "rejects",
        Holder.TRAILING,
        r"(?:This|That|It|These|Those)(?: \w+){0,2} (?:is|are|was"
        rf"|were) (?:[a-z]+ly )?{_WRONG}\b",
        r"(?:This|That|It)(?: \w+)? (?:is|was)(?: ?not|n['’]t) (?:true|so|the case|correct)\b",
        r"(?:This|That|It)(?: \w+)? (?:could|can)(?: ?not|n['’]t) be (?:\w+ )?(?:wrong|true|right"
        r"|further)",
        r"(?:This|That|It)(?: \w+)? (?:has no|lacks)\b",
        r"(?:That|This|It) (?:is|was) (?:\w+ )?(?:propaganda|spin|fantasy|window-dressing"
        r"|a sham)\b",
        r"(?:Nobody|No one|Few)\b[^.;:!?]{0,30}? (?:believes?|accepts?|buys?) (?:this|that|it)\b",
        r"(?:Would that it were|If only)\b",
        r"(?:The |These |Such )?(?:facts?|evidence|record|reality|truth|figures"
        r"|reports?)\b[^.;:!?]{0,40}? (?:otherwise|different|another|contradicts?)\b",
        r"(?:Nothing|Nothing of the (?:kind|sort)|Little) could be (?:further|less|more)\b",
        r"(?:Hardly|Not so|Not true|Wrong|False|Nonsense|Untrue|Far from it|Not at all"
        r"|Not in the least|By no means|Scarcely|On the contrary|Quite the (?:contrary|opposite"
        r"|reverse)|No)\b(?=\s*[.!,;:—–-])",
        r"(?:(?:In (?:fact|reality|truth)|Actually|Rather),? )?(?:the )?(?:opposite|contrary"
        r"|reverse) (?:is|was|holds)\b",
        around=True,
    ),
)

# Verbs of saying that are nothing else, and those that may also be nouns ("claims that …",
# "member states that …"), which count only right behind their subject.
_SAYS = (
    r"says|said|argues?|argued|alleges?|contends?|opines?|"
    + not_after(r"a\s no\s any\s the\s their\s its\s little\s final\s")
    + r"say(?! nothing\b)|(?:asserts|asserted|alleged|contended|maintains|maintained|insists"
    r"|insisted|believes|believed|declares|declared|announces|announced|notes|noted|stresses|stressed"
    r"|emphasi[sz]es|emphasi[sz]ed|underscores|underscored|affirms|affirmed|warns|warned|denies"
    r"|denied|thinks|thought|holds|held|stated|reported|claimed|concludes|concluded|finds|found)"
    r" that"
)
# Before these a word such as "says" is part of a description: "people who said so are jailed".
_DESCRIBES = r"\b(?:who|which|that|whose|whom|anyone|those|people|persons)\b"
_SUBJECT = rf"^(?:(?!{_DESCRIBES})[^.;:]){{1,80}}?"
_CLAUSE = (
    r"(?!(?:to|of|by|for|from|in|on|at|against|under|about|with|made|over|as)\b)(?:(?!(?:that|which"
    r"|who|where|and|or)\b)[\w'’-]+ ){1,6}(?:is|are|was|were|has|have|had|does|do|did|can|cannot"
    r"|must|should|will|would|never)\b"
)

ENGLISH = Language(
    code="en",
    letters="[A-Za-z]",
    quotes=("“”", '""'),
    cues=_CUES,
    dissent=_DISSENT,
    self_words=r"(?-i:\b[Oo]ur (?:own )?(?:research|findings|data|investigations?|interviews"
    r"|analysis|fieldwork)\b|\b(?:[Ww]e|[Oo]urs?|I)\b|\b(?:[Tt]he|[Tt]his"
    r"|[Oo]ur) (?:present )?(?:white ?paper|briefing|submission|paper)\b|\b(?:[Tt]his|[Oo]ur"
    r"|[Tt]he present) (?:report|study|statement|letter|article|chapter|section|survey)\b"
    r"|\b(?:Section|Chapter|Part|Annex|Appendix|Table|Figure) [\dIVX]+\b)",
    articles="(?:the|an?) ",
    possessive="['’]s?",
    # "(HRIC)", "’s delegation", "has repeatedly".
    between=r"(?:\w+ly|has|have|had|also|again|still|therefore|further|itself|once|is|was|were|are"
    r"|does|did|do|will|would|and|which|who) ",
    like_the_voice=r"\b(?:council|committee|commission|panel|mission|working group|assembly"
    r"|rapporteur|experts?|we|us|our|I|it|there|nobody|no one|none|nothing|few|one|paper|report"
    r"|study|that|this|to|by)\b",
    no_subject=r"\b(?:and|also|has|have|had|is|was|were|are|been|be|does|did|do|will|would|can"
    r"|could|may|must|should|not|never|still|therefore|further|however|again|once|then|to|in|so"
    r"|\w+ly)\b",
    anaphor=r"(?-i:(?:This|These|Such|That|Those)\b)",
    negation=r"\b(?:not|never|no longer|no one|nobody|none|hardly|scarcely|cannot|neither|nor"
    r"|without|unable|far from)\b|n['’]t\b|\b(?:refus|declin|fail|cease|stopp?)(?:e[sd]|s|ed"
    r"|ing)?\b",
    denial="den(?:y|ies|ied|ying)|doubt|disput|contest|question|refut",
    only="only|merely|simply|just",
    # "Not only", "does not deny", "not surprising".
    affirmed=r"(?:only|merely|simply|just|solely|least|until|to mention|unlike|uncommon)\b"
    r"|(?:[a-z]+ly |be |been |be \w+ed |\w+ )?(?:den(?:y|ies|ied|ying)|doubt|disput|hesitat"
    r"|forg[eo]t|ignor|overlook|hide|hidden|conceal|conteste?d?\b|help but|but\b|fail|surpris"
    r"|coinciden|secret|wonder|question(?:s|ed)?\b|escape|unusual|unreasonable|accident)",
    clause_ends=r"[,،，]\s*while\b|\b(?:but|whereas|although|though|because|since|unless)\b"
    r"|(?<!\bhas\s)(?<!have\s)(?<!\bhad\s)(?<!\bnot\s)(?<!\bas\s)\byet\b",
    other_clause=r"\b(?:who|whom|whose|which|where|when|while|until|before|after|so|if)\b"
    r"|\band (?:the|they|he|she|it|we|an?|this|that|these|those|all|many|most|some)\b",
    complement=r"\b(?:that|whether)\b",
    relative=r"(?-i:\b(?:who|which|that)\s+(?:(?:do|does|did|have|has|had|are|were)\s+)?)",
    finite=r"(?-i:\b(?:is|are|was|were|will|may|must|can|has|have|had|should)\b)",
    lead_in=r"(?:that|the|an?|his|her|its|their|what|he|she|it|they|there) ",
    turns_away=r",\s*(?:and|or|who|which|as|so)\b|\band (?:the|that|he|they)\b",
    negated_noun=r"(?:without|no|lack\w*|instead|rather)\b",
    conjunction=r"\band\b",
    # Not "not only … but also", "nothing but", "not yet". "Despite" and "notwithstanding" are
    # left out: they name what does not limit the words.
    openers=r"\b(?:however|nevertheless|nonetheless|that said|even so)\b|\b(?:despite"
    r"|notwithstanding|in spite of) (?:this|that)\b(?! \w)"
    r"|(?<!nothing\s)(?<!anything\s)(?<!all\s)\bbut\b(?! (?:also|for)\b)|(?:(?<=[,;:—–]\s)"
    r"|(?<=[—–]))yet\b|(?-i:\bYet\b)",
    turns=r"\b(?:although|even though|albeit)\b|(?<!as\s)(?<!even\s)\bthough\b|\b(?:reportedly"
    r"|allegedly|purportedly|supposedly|apparently)\b|\bexcept(?:ing| for| in| that| where| when"
    r"| as)?\b|\bwith (?:the|an?|few|some|two|three)(?: \w+)? exceptions?(?: of)?\b|\b(?:unless"
    r"|save for|insofar as|in so far as|provided that|so long as)\b"
    # Not "are subject to torture".
    r"|(?:(?<=[,;—–]\s)|(?<=[(—–]))subject to\b|(?-i:\bSubject) to\b",
    degrees=r"\b(?:largely|mostly|generally|mainly|partly|partially|predominantly)\b"
    r"|\b(?:in part(?! of\b)|in general|by and large|for the most part|in most cases)\b"
    r"|\bto (?:some|a (?:certain|limited|large|larger|great|lesser)) (?:extent|degree)\b"
    r"|(?<!not\s)\bonly (?:in|when|if|where|as|during|for|by|on|at|under|after|before|until)\b",
    says_who=rf"{_SUBJECT}\s+(?:has |have )?(?:{_SAYS})\b|^according to\b"
    r"|,\s+according to [^,]+\.?$|^in (?:the )?[^,]{1,60}\b(?:view|opinion|words"
    r"|eyes)\b[^,]{0,40},|^in [^,]{1,60}(?:['’]s|s['’]) (?:\w+ )?(?:view|opinion|eyes)\b"
    r"|^[^.;:,]{1,80}?(?:['’]s?|\b(?:its|their|his|her)) (?:\w+ )?(?:position|view|opinion"
    r"|stance|contention|argument|belief|claim) (?:is|was|remains|has been) that\b"
    # Without "that": a clause of its own must follow, not "claims jurisdiction over crimes".
    rf"|^(?:(?!{_DESCRIBES})[^.;:,]){{1,80}}?\s(?:believes?|thinks?|insists?|asserts?) {_CLAUSE}"
    r"|^as [^,]{1,60}\b(?:said|says|stated|noted|stressed|argued|claimed|underscored|put it"
    r"|emphasi[sz]ed|pointed out|reported|recalled),?\s",
    says_noun=rf"^(?P<subject>(?:(?!{_DESCRIBES})[^.;:,]){{1,80}}?)\s+(?:(?:claims that|states that"
    rf"|reports that)\b|claims? {_CLAUSE})",
    noun_before=r"(?:'s|’s|s'|s’|\b(?:the|a|an|no|any|all|some|many|most|both|such|these|those|its"
    r"|their|his|her|our|of|are|is|member|participating|third|other|observer|partner|party"
    r"|successor|false|two|several))$",
)
