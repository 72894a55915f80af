"""What is said of a clause before it or after it: a myth, wrong, without any basis, unproven."""

from .patterns import Holder, Pattern, Reach, pattern


def _before(kind: str, *words: str) -> Pattern:
    return pattern(kind, Holder.DENIED, *words, reach=Reach.NEGATION)


def _after(kind: str, *words: str) -> Pattern:
    return pattern(kind, Holder.DENIED, *words, reach=Reach.AFTERWARDS)


_UNTRUE = (
    r"(?:wrong|incorrect|untrue|false|inaccurate|mistaken|misguided|misleading|absurd|ridiculous"
    r"|preposterous|nonsense|nonsensical|unfounded|baseless|groundless|untenable|unsupported"
    r"|unsustainable|inconceivable|laughable|(?:an? )?(?:[a-z]+ )?(?:myth|fiction|fallacy"
    r"|fabrication|lie|misconception|mistake|error|illusion|delusion|exaggeration|fantasy"
    r"|pretext|sham|farce|invention|misreading|distortion))"
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
    r"(?:substantiated|verified|confirmed|proven|proved|corroborated|established|demonstrated"
    r"|shown|supported|borne out)"
)
_DO_NOT = (
    r"(?:(?:do|does|did|can|could|has|have|had|will|would|is|are|was|were)(?: ?not|n['’]t)|never)"
)

ENGLISH_EVALUATIONS = (
    _before(
        "rejects",
        rf"\b{_BE} {_HOW}(?:{_UNTRUE}|{_UNFIT})\b{_TO}(?![.;,])",
        r"\b(?:makes?|made) (?:no|little) sense\b(?: for [^;:.!?,]{1,50}?)?(?: to)?",
        r"\b(?:the|a|that|this) (?:[a-z]+ )?(?:myth|fiction|fallacy|misconception|lie|illusion"
        r"|pretence|pretense|fabrication|canard)(?: (?:that|of))?\b",
        r"\bthere (?:is|was|can be|are) (?:absolutely )?(?:no|little|nothing)"
        r" (?:\w+ )?(?:evidence|proof|truth|reason|basis|justification|excuse|grounds|question"
        r"|sense|point|indication|sign)s?(?: (?:to \w+(?: that)?|that|for|of|in))?\b",
        r"\b(?:by no means|not at all|cannot be|not|never|hardly) (?:be )?(?:(?:the case|true|right"
        r"|correct|fair|accurate|possible|said|argued|claimed|acceptable|permissible|lawful)"
        rf")\b{_TO}",
        r"\ba far cry from (?:the truth )?(?:that\b)?",
        r"\bfar from (?:\w+ )?(?:convinced|persuaded|true)(?: that)?\b",
        r"\b(?:nothing|no \w+|nobody|no one|none|few)(?: [a-z]+){0,5}?"
        r" (?:accept|agree|believe|think|argue|suggest|show|claim|maintain|deserve|prove|indicate"
        r"|support|conclude|pretend)(?:s|d|ed)?(?: (?:that|to))?\b",
    ),
    _before(
        "doubts",
        rf"\b{_BE} {_HOW}{_UNSURE}\b{_TO}(?![.;,])",
        rf"\b{_DO_NOT} (?:been )?(?:\w+ly )?{_SHOWN}(?: that)?\b",
        r"\bfar from (?:\w+ )?(?:certain|sure|clear|known)(?: (?:that|whether))?\b",
        r"\bnot (?:\w+ )?(?:certain|sure|clear|known|aware|evident|apparent|obvious|likely)"
        r"(?: of [^;:.!?,]{1,40}? in which| (?:of|that|whether|if))?\b",
        r"(?<!\bno\s)(?<!not\s)(?<!n['’]t\s)(?<!beyond\s)(?<!without\s)(?<!cannot\s)"
        r"\b(?:doubt|question|wonder)(?:s|ed|ing)?(?: (?:that|whether|if))?\b",
        r"\b(?:remains? to be seen|open question)(?: (?:whether|if))?\b",
    ),
    _after(
        "rejects",
        rf"\b{_BE} {_HOW}{_UNTRUE}\b",
        rf"\b{_BE} {_HOW}{_UNFIT}\b",
        rf"\b(?:{_DO_NOT}|{_BE}(?: \w+)? not) (?:\w+ly )?(?:true|so|the case|correct|credible"
        r"|convincing|accurate|acceptable|supported|hold|stand|withstand|survive|bear|convince"
        r"|be (?:\w+ly )?"
        r"(?:true|sustained|justified|supported|defended|accepted|right|taken seriously))\b",
        r"\b(?:has|have|had|lacks?|lacked|is|are|was|were)(?: (?:no|any|without|not|all"
        r"|absolutely))+"
        r" (?:\w+ )?(?:basis|foundation|merit|truth|substance|credibility|validity|justification"
        r"|grounds|support|place)\b",
        r"\black(?:s|ed)? (?:\w+ )?(?:basis|foundation|merit|credibility|substance|validity)\b",
        r"[,—–-]\s*(?:nothing of the (?:kind|sort)|not so\b|hardly\b|far from it|not true"
        r"|a (?:\w+ )?"
        r"(?:lie|myth|fiction|fallacy)|nonsense|an? (?:\w+ )?(?:absurdity|exaggeration))",
        r"\b(?:is|are|was|were) (?:\w+ )?(?:lying|over|gone|a thing of the past|an insult"
        r"|an affront|to mock|to insult)\b|\b(?:insults|mocks)\b",
        r"\b(?:debunked|discredited|disproved|disproven|refuted|exposed as|retracted)\b",
        r"\b(?:misleads|is misleading|rings hollow|collapses|falls apart|fools? no)\b",
    ),
    _after(
        "doubts",
        rf"\b{_BE} {_HOW}{_UNSURE}\b",
        rf"(?:[,—–-]\s*(?:al)?though (?:this|that|it) |\b){_DO_NOT} (?:yet )?(?:be |been )?"
        rf"(?:yet )?(?:\w+ly )?{_SHOWN}\b",
    ),
)

_RU_IDLE = (
    r"(?:безоснователь|необоснован|беспочвен|голословн|ложн|лжив|абсурдн|нелеп|несостоятель"
    r"|ошибочн|неубедитель|недостоверн|невер|неправд)[а-яё]*"
)

RUSSIAN_EVALUATIONS = (
    _before(
        "rejects",
        r"\b(?:миф|ложь|выдумк|заблуждени|иллюзи|ошибк|фикци|абсурд|нелепост|вымыс)[а-яё]*"
        r"(?: (?:думать|полагать|считать|утверждать|говорить|сказать))?(?:,? (?:что|будто)\b)?",
        r"\b(?:ошибочно|неверно|неправильно|нелепо|абсурдно|наивно|несправедливо|некорректно"
        r"|недопустимо|неприемлемо|незаконно|нельзя|невозможно|глупо)"
        r"(?: (?:думать|полагать|считать|утверждать|говорить|сказать|согласиться))?"
        r"(?: с тем| о том)?(?:,? (?:что|будто|чтобы)\b)?",
        r"\b(?:никто|ничто|мало кто|немногие)(?: [а-яё]+){0,3}? (?:пове|вер|указыва|счита|скаж|дума"
        r"|доказыва|свидетельству)[а-яё]*(?: на то| о том)?(?:,? что\b)?",
        r"\b(?:трудно|сложно|невозможно) (?:поверить|согласиться)(?: с тем)?(?:,? что\b)?",
        r"\bдалек[а-яё]* от мысли(?:,? что\b)?",
        r"\bнет (?:никаких )?(?:оснований|причин|доказательств|смысла)(?: [а-яё]+)?(?:,? что\b)?",
        r"\b(?:вряд ли|едва ли) (?:можно )?(?:сказать|считать|утверждать|верно)?(?:,? что\b)?",
        r"\bне (?:[а-яё]+ ){0,2}?(?:соглас|прим[а-яё]+|счита|дума"
        r"|полага)[а-яё]*(?: с тем)?(?:,? что\b)?",
    ),
    _before(
        "doubts",
        r"\b(?:сомнительно|маловероятно|спорно|не ?доказано|не ?установлено|не ?подтверждено"
        r"|не ?ясно|не ?очевидно)(?:,? (?:что|будто)\b)?",
        r"\bне (?:уверен|убежд[её]н|зна)[а-яё]*(?:,? (?:что|будто)\b)?",
        r"\b(?:под (?:вопросом|сомнением)),?",
        r"\bсомнева[а-яё]*(?:,? (?:что|будто)\b)?",
    ),
    _after(
        "rejects",
        rf"(?:, )?(?:[—–-] )?\b{_RU_IDLE}",
        r"(?:, (?:что|это) )?(?:неправда|не (?:так|соответствует действительности|выдерживает"
        r"|име[а-яё]+ (?:никаких )?(?:оснований|под собой)|правда))\b",
        r"[—–-] (?:это )?(?:миф|ложь|выдумка|вымысел|абсурд|неправда)\b",
    ),
    _after(
        "doubts",
        r"\bне (?:удалось|подтвержд|доказан|подтвердил|был[аои]? (?:подтвержд|доказан))[а-яё]*",
        r"\b(?:сомнитель|спорн|вызыва[а-яё]+ сомнени)[а-яё]*",
    ),
)

CHINESE_EVALUATIONS = (
    _before(
        "rejects",
        r"(?:没有|毫无|并无)(?:任何)?(?:理由|迹象|依据|根据|证据)(?:认为|相信|表明|显示)?",
        r"不可接受的是|不能容忍|不能说|说不上|谈不上|以为|谎称|妄称",
        r"(?:没有人|无人|谁也不|很少有人|几乎没有人)(?:会)?(?:认为|相信|同意)",
    ),
    _before(
        "doubts",
        r"无法(?:判断|确定|知道|得知|断定)|尚未(?:证明|证实|确定)|怀疑|很难(?:确定|说)|不(?:确定"
        r"|清楚|知道)|无从得知",
    ),
    _after(
        "rejects",
        r"(?:的(?:说法|观点|论点|看法|指控|主张))?(?:是|纯属|完全是|都是|实属|乃)?(?:一?个|一种)?"
        r"(?:错误的?|荒谬的?|荒唐的?|谎言|神话|虚构|捏造|天真|幼稚|谬论|无稽之谈|捏造的?|虚假的?"
        r"|误解"
        r"|[^，。；]{0,8}侮辱|不可接受的?|假的)",
        r"(?:的(?:说法|观点|论点|看法|指控|主张))?(?:毫无根据|没有根据|站不住脚|不成立|不符合事实"
        r"|不可信|并不正确|不正确)",
    ),
)

ARABIC_EVALUATIONS = (
    _before(
        "rejects",
        r"\bمن (?:ال)?(?:خطأ|خطا|خطإ|غلط|سخف|سذاجة|عبث|مستحيل)(?: (?:ال)?(?:قول|اعتقاد|ظن|زعم"
        r"|افتراض))?"
        r"(?: (?:ب?أن|إن))?",
        r"\b(?:أسطورة|خرافة|كذبة|وهم|مغالطة|كذب)(?: أن)?",
        r"\b(?:غير|ليس(?:ت)?) (?:من )?(?:ال)?(?:صحيح|مقبول|معقول|جائز|قانوني|مسموح)(?:ة"
        r"|ا)?(?: (?:ب?أن|القول إن))?",
        r"\bلا (?:شيء|يوجد ما|دليل|أساس|أدلة|مبرر|معنى|صحة)(?: [^\s،.؛]+){0,2}?(?: (?:على أن"
        r"|للقول إن|أن|بأن|ل))",
        r"\b(?:لا|لم|لن) (?:يمكن(?:نا)?|[تين]ستطيع) (?:قبول|القول|تصديق)(?: (?:ب?أن|إن))?",
        r"\b(?:لا|لم|لن) [تين](?:تفق مع|قبل|وافق على|صدق|عتقد)(?: (?:ب?أن|إن))?",
        r"\bنرفض(?: (?:أن|القول إن|فكرة أن))?",
        r"\b(?:قلة|قليلون) [^\s،.؛]+(?: (?:ب?أن|إن))?",
    ),
    _before(
        "doubts",
        r"\b(?:نشك|أشك)(?: في)?(?: أن)?|\b(?:مشكوك|المشكوك) فيه(?: أن)?",
        r"\b(?:لم|لا) [تين]?(?:ثبت|تأكد|عرف|علم|تضح|تمكن)(?:ت|نا)?(?: من [^،.؛]{1,30}?)?(?: (?:أن"
        r"|ما إذا(?: كان)?))?",
        r"\b(?:لا|لم|لن) [^،.؛]{1,20}? (?:الجزم|الجزم ب|معرفة)(?: ?ب?أن)?",
        r"\bغير (?:ال)?(?:واضح|مؤكد|معروف|محتمل)(?: (?:أن|ما إذا(?: كان)?))?",
    ),
    _after(
        "rejects",
        r"\b(?:لا أساس|باطل|كاذب|خاطئ|غير (?:صحيح|مقنع|مقبول|معقول)|كذب|مغلوط|أسطورة|وهم|هراء"
        r"|سخيف)(?:ة|ا)?\b",
    ),
)
