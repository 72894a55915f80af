"""English words by which somebody is said to have said, told, recalled or documented it."""

from .patterns import Holder, Reach, pattern, said

_STEMS = (
    r"(?:claim|alleg|argu|assert|contend|maintain|insist|declar|believ|suggest|report|stress"
    r"|emphasi[sz]|underscor|underlin|warn|acknowledg|recogni[sz]|announc|testif|admit|conclud"
    r"|affirm|reaffirm|reiterat|observ|explain|indicat|predict|repl|respond|fear|conced|document"
    r"|record|recall|recollect|recount|describ|narrat|complain|confess|confirm|estimat|reveal"
    r"|disclos|mention|boast|hint|speculat|deem|consider|remark|comment|proclaim|hail|prais|tout"
    r"|portray|depict|denounc|attest|rememb|propos|imagin|not|charg|lament|hold|add|guess)"
    r"(?:e[sd]?|s|ed|ies|ied|t?ted|ing|er|ers|ered)?"
)
_SAY = (
    rf"(?:{_STEMS}|stat(?:ed|ing)|states(?=\s*(?:that\b|[:\"“«‘]))|writes?|wrote|writing|written"
    rf"|says?|said|saying|reads?|thinks?|thought|sees?"
    r"|saw|swears?|swore|tells?|told|found(?=\s*(?:that\b|:|[\"“«‘]))|finds?(?=\s*(?:that\b|:))"
    r"|shows?(?=\s*that\b)|knows?|knew|puts? it|went on)"
)
_REPORT = (
    r"(?:reports?|stud(?:y|ies)|survey|research|investigations?|inquiry|testimon(?:y|ies)"
    r"|poll|indictment|verdict|press release|communiqu[eé]|memo|editorial|news)"
)
_NOUN = (
    r"(?:testimon(?:y|ies)|rumou?rs?|admissions?|confessions?|complaints?|suspicions?|findings?"
    r"|conclusions?|hopes?|fears?|reports?|accusations?|charges?|allegations?|pretensions?"
    r"|claims?|assertions?|warnings?|predictions?|explanations?|accounts?|boasts?|news)"
)
_NOT_A_NOUN = (
    r"(?<!-)(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bof\s)(?<!\bto\s)(?<!\bin\s)(?<!\bfor\s)"
    r"(?<!\bno\s)"
)
_YEAR = r"(?: \((?:[^()]{0,40}, )?\d{4}[a-z]?\))?"
_DENIES = (
    r"(?:(?:refus|declin|fail)(?:e[sd]|s|ed|ing)? to (?:acknowledge|admit|concede|recogni[sz]e"
    r"|accept|confirm|believe|say)|(?:never|(?:do|does|did|has|have|had|will|would|can|could)"
    r"(?: ?not|n['’]t)|nor|no longer) (?:\w+ly )?(?:admit|acknowledge|concede)(?:d|ted)?|den(?:y"
    r"|ies|ied|ying))"
)

ENGLISH_SAYINGS = (
    said(
        rf"{_NOT_A_NOUN}\b{_SAY}\b(?: (?:that|how|what))?{_YEAR}",
        r"\b(?:promis|pledg|vow|threaten|undert[ao]ok|claim|profess|pretend|plan|intend|agree)"
        r"(?:e[sd]|s|ed)? to\b(?: have| be)?",
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
        r"(?:(?<=[,—–]\s)|(?<=[,.!?][\"”’»]\s))"
        r"(?!(?:and|or|as|which|but|who|that|where|when|in|with) )"
        rf"(?:[\w’'.-]+ ){{1,6}}?{_SAY}(?=\s*(?:[.,;!?:]|\Z)| (?:on|in|to|at|last|after|when|us"
        r"|reporters|journalists|the)\b)",
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
        r"|minist\w+|president|ambassador|witness|detainee|prisoner|guard|official|critics?"
        r"|(?:Mr|Ms|Mrs|Dr)\.? [\w.-]+):",
        reach=Reach.BESIDE,
    ),
    pattern(
        "reports",
        Holder.SUBJECT,
        r"\b(?:equat(?:es?|ed|ing)|conflat(?:es?|ed)|(?:treats?|sees?|saw|regard(?:s|ed)?"
        r"|hail(?:s|ed)?"
        r"|prais(?:es?|ed)|denounc(?:es?|ed)|views?)(?= [^;:.!?]{1,80}? as\b))",
        needs_subject=True,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        rf"\b(?:(?:an?|the|this|his|her|their|its|our|[\w.-]+['’]s?|[\w-]+) )?(?:[\w-]+ )?{_REPORT}"
        rf"(?: [\w-]+){{0,5}}? {_SAY}(?: that)?\b",
        r"\bblam(?:es?|ed|ing)(?= [^;:.!?]{1,80}? for\b)",
        r"\b(?:sees?|saw|hail(?:s|ed)?|prais(?:es?|ed)|denounc(?:es?|ed)|revil(?:es?|ed))"
        r"(?= [^;:.!?]{1,80}? as\b)",
        r"\brumou?rs? has it(?: that)?\b|\bdefin(?:es?|ed|ing)(?= [^;:.!?]{1,80}? as\b)",
        r"\b(?:reply|response|answer|line|message|excuse|defen[cs]e|explanation|story|version"
        r"|theory"
        r"|belief|view|position|argument|pretext|reasoning) (?:[^;:.!?,]{1,60}? )?(?:is|was"
        r"|has been)"
        r"(?: \w+)?(?: that\b|:)",
        rf"\b{_NOUN} (?:[^;:.!?,]{{1,40}}? )?that\b",
        r"\b(?:claim|allegation|accusation|charge|argument|point|case) (?:is|was|has been|is being)"
        r" (?:\w+ )?made that\b",
    ),
    pattern(
        "reports",
        Holder.NOBODY,
        r"\b(?:is|are|was|were|been|be) (?:widely |also |now |often )?(?:said|alleged|believed"
        r"|reported|thought|claimed|understood|rumou?red|considered|deemed|accused|suspected"
        r"|convicted|found guilty|charged|known|supposed|assumed|held)"
        r" (?:to (?:have|be|\w+)|that|of|with|as)\b",
        reach=Reach.BESIDE,
    ),
    pattern(
        "reports",
        Holder.INSIDE,
        r"\b(?:in|by) [^;:.!?,]{1,50}?['’]s? (?:own )?(?:telling|account|version|reading|book"
        r"|eyes|mind"
        r"|words|opinion|judgm?ent|estimation|estimate|narrative|logic|view|doctrine|imagination"
        r"|(?:own )?admission)\b",
        r"(?-i:\bTo) (?:the )?(?-i:[A-Z])[^;:!?,]{1,50}?,",
        r"\bunder (?!international|the (?:UN|United|Universal|Covenant))(?:[\w’'.-]+ ){0,4}?"
        r"(?:doctrine|policy|definition|convention|charter|narrative|ideology|theory|logic),?",
        r"\bas far as [^;:.!?,]{1,50}? (?:is|are) concerned\b",
        r"\((?-i:[A-Z])[\w’'.& -]{2,40}, (?:\d{1,2} )?(?-i:[A-Z])[a-z]+ (?:19|20)\d\d\)",
        r"\bor so [^;:.!?,]{1,50}? (?:say|claim|tell|believe|argue)s?\b",
        r"\bif (?:(?:one|we|you) (?:(?:is|are) to )?believes?|[^;:.!?,]{1,40} (?:is|are) to be"
        r" believed)",
        r"\((?:see |cf\.? )?(?-i:(?!January|February|March|April|May|June|July|August|September"
        r"|October|November|December)[A-Z])[\w’'.& -]{2,60},? (?:19|20)\d\d[a-z]?(?:[:,] ?\d+)?\)",
        around=True,
    ),
    # Who denies or will not admit it: no position of their own that it is so.
    pattern(
        "rejects",
        Holder.UNHELD,
        rf"\b{_DENIES}(?: that\b| (?=\w{{2,}}ing\b)|(?<=ed)|(?<=dge))",
        r"\b(?:denials?|refutations?|rejections?|disavowals?) (?:by [^;:.!?,]{1,40}? )?"
        r"(?:that|of (?:any|all|having|using|the (?:allegation|claim|charge|accusation)s?))\b",
        r"\b(?:refusal|failure|unwillingness) to (?:acknowledge|admit|concede|recogni[sz]e|accept)"
        r"(?: that)?\b",
        reach=Reach.CLAUSE,
    ),
)
