"""Words by which the voice itself denies or doubts what follows them: "cannot confirm that".

Unlike "disagrees with X" they turn down nobody's position. They count only from outside of
the selected words: a "not" inside a quote is the quote's own matter.
"""

from .patterns import Holder, Pattern, Reach, pattern


def _denials(*words: str, around: bool = False) -> Pattern:
    """Return the words by which something is said not to be so."""
    reach = Reach.AFTERWARDS if around else Reach.CLAUSE
    return pattern("rejects", Holder.UNHELD, *words, reach=reach)


def _doubts(*words: str) -> Pattern:
    """Return the words by which something is left unconfirmed."""
    return pattern("doubts", Holder.UNHELD, *words, reach=Reach.CLAUSE)


_NOT = (
    r"(?:(?:do|does|did|can|could|has|have|had|will|would|is|are|was|were)(?: not|n['’]t)|cannot"
    r"|never|no longer|nor|(?:unable|not able|not in a position|fail(?:s|ed)?) to)"
    r" (?!(?:only|just|merely|simply) )(?:[a-z]+ ){0,3}?"
)
_THAT = r"(?:that|whether|if|how(?: many| much)?|who|what|why|when|where)"
# Not "does not deny that", nor "there is no doubt that": these say that it is so.
_PLAINLY = (
    r"(?<!\bno\s)(?<!\bnot\s)(?<!n['’]t\s)(?<!cannot\s)(?<!never\s)(?<!without\s)(?<!beyond\s)"
    r"(?<!\bany\s)(?<!\ba\s)(?<!little\s)"
)

ENGLISH_DENIALS = (
    _denials(
        rf"\b{_NOT}(?:accept|agree|believe|think|consider)(?:s|d|ed)? that\b",
        rf"{_PLAINLY}\bden(?:y|ies|ied|ying) that\b",
        r"\b(?:there (?:is|was|are|were) |(?:find|finds|found|has|have|had|sees?|saw) )?"
        r"no (?:\w+ )?(?:evidence|proof|indication|truth|reason|basis)"
        r" (?:that|to (?:support|suggest|show|indicate|say|believe|conclude)(?: that)?)\b",
        r"\b(?:it (?:is|was) )?(?:\w+ly )?(?:not (?:true|correct|so|the case)|untrue|false"
        r"|incorrect|a lie) (?:that|to (?:say|claim|suggest|argue|assert)(?: that)?)\b",
        r"\b(?:not|n['’]t|never) (?:been )?(?:\w+ly )?(?:persuaded|convinced|satisfied) that\b",
        r"\bun(?:persuaded|convinced) that\b",
        r"\b(?:refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|rebut(?:s|ted)?) that\b",
    ),
    _doubts(
        rf"\b{_NOT}(?:confirm|verif(?:y|i)|corroborat|substantiat)(?:e|ed)?(?: {_THAT})?\b",
        rf"\b{_NOT}(?:say|said|state|claim|allege|suggest|imply|implie|conclude|find|found"
        rf"|establish|ascertain|determine|prove|show|know|tell)(?:d|ed|n)? {_THAT}\b",
        rf"\b{_NOT}(?:find|found|see|seen) (?:\w+ )?(?:evidence|proof|indications?) that\b",
        rf"{_PLAINLY}\b(?:doubt(?:s|ed)?|question(?:s|ed)?) {_THAT}\b",
        r"\bdoubt(?:ful|s)?(?: (?:on|upon|about))? whether\b|\b(?:cast|casts) doubt (?:on|upon)\b",
        r"\bs[ck]eptical (?:that|whether|of)\b",
        rf"\b(?:it (?:is|was|remains) )?(?:still )?(?:unclear|uncertain|unknown|unconfirmed"
        rf"|unverified|not (?:yet )?(?:clear|certain|known|sure)) {_THAT}\b",
        r"\b(?:(?:ask|wonder|consider|examin|investigat|assess)(?:s|es|e|ed|ing)? )?whether\b",
    ),
)

_RU_THAT = r"(?: (?:того|тому|то|в том|о том))?, (?:что|будто)"

RUSSIAN_DENIALS = (
    _denials(
        rf"\bне (?:[а-яё]+ )?(?:счита|дума|полага|вер|соглас)[а-яё]*(?: с тем)?{_RU_THAT}\b",
        rf"\b(?:нет|не найдено|не обнаружен[а-яё]*)(?: никаких)?"
        rf" (?:доказательств|свидетельств|подтверждени[а-яё]+){_RU_THAT}\b",
        rf"(?<!не\s)\b(?:отрица|опровер)[а-яё]*{_RU_THAT}\b",
        r"\b(?:неправда|неверно|ложь|не ?правда|не соответствует действительности),"
        r" (?:что|будто)\b",
    ),
    _doubts(
        r"\bне (?:[а-яё]+ ){0,2}?подтверди[а-яё]*"
        rf"(?:{_RU_THAT}\b)?",
        r"\bне (?:[а-яё]+ ){0,2}?(?:провери|установи|утвержда|говори|сказа)[а-яё]*"
        rf"{_RU_THAT}\b",
        rf"(?<!не\s)\bсомнева[а-яё]*{_RU_THAT}\b",
        rf"\bстав[а-яё]+ под сомнение(?:{_RU_THAT}\b)?",
        r"\b(?:неясно|неизвестно|непонятно),(?: что\b)?",
    ),
)

CHINESE_DENIALS = (
    _denials(
        r"(?:并不|並不|从不|不|没有|不能)(?:再)?(?:认为|相信)",
        r"(?<![不没])否[认認]",
        r"(?:没有|并无|毫无|无|未发现|没有发现)(?:任何)?证据(?:表明|证明|显示|能?证实)?",
    ),
    _denials(r"(?:并|完全)?不[属屬][实實]|并非事实|不是事实", around=True),
    _doubts(
        r"(?:无法|不能|未能|难以|没有|尚未|未)(?:独立|完全|被)?(?:证实|[确確](?:认|定)|核[实實]"
        r"|验证)",
        r"质疑|怀疑是否|(?:尚|仍)?不清楚|不[确確]定",
    ),
)

_AR_WHO = r"(?: [^،.؛]{1,40}?)?"

ARABIC_DENIALS = (
    _denials(
        rf"\b(?:لا|لم|لن) [تين]عتقد(?:ون|وا)?{_AR_WHO} ب?أن",
        rf"\b[وف]?[تين]?(?:نفي|نفى|نفت|نكر)(?:ت|ون|وا)?{_AR_WHO} أن",
        r"\bلا (?:يوجد |توجد )?(?:أي )?(?:دليل|أدلة) على(?: أن)?",
        r"\bليس(?: من)? (?:ال)?صحيح(?:ا|ًا|اً)? أن",
        r"\bغير صحيح أن",
    ),
    _doubts(
        r"\b(?:لا|لم|لن) (?:يمكن|[تين]مكن|[تين]ستطيع|[تين]ستطع)(?:نا|ها|ه)?"
        rf"{_AR_WHO} (?:من )?(?:ال)?(?:تأكيد|تأكد|إثبات|تحقق|تثبت)(?: من)?(?: أن)?",
        rf"\b[وف]?[تين]?شكك(?:ت|ون|وا)?{_AR_WHO} في(?: أن)?",
    ),
)
