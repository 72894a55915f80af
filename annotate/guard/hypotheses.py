"""Questions, conditions and guesses: what is asked or supposed is not said to be so."""

from .patterns import Holder, Pattern, Reach, pattern


def _supposed(*words: str, reach: Reach = Reach.NEGATION) -> Pattern:
    return pattern("doubts", Holder.DENIED, *words, reach=reach)


# Whatever the language: a sentence that ends with a question mark.
QUESTIONS = pattern(
    "doubts",
    Holder.DENIED,
    r"[?？؟][!?！？؟]*(?=[\"'”’»›)\]）」』〉》】\s]*\Z)",
    around=True,
)

ENGLISH_HYPOTHESES = (
    _supposed(
        r"\b(?:if|unless(?: and until)?|supposing|assuming|suppose|assume|imagine|presuming"
        r"|as though|lest"
        r"|provided|in case)(?: that)?\b(?! (?:any|not|necessary|possible)\b)",
        r"\b(?:perhaps|maybe|possibly|presumably|conceivably|hypothetically|theoretically"
        r"|apparently|seemingly|in theory)\b,?(?: that\b)?",
        r"\b(?:it|this) (?:may|might|could) (?:well )?be that\b|\b(?:may|might|could) (?:think"
        r"|believe|suppose|argue)(?: that)?\b|\bin the event that\b",
    ),
    _supposed(
        r"(?-i:\b(?:Had|Were|Should))\b",
        reach=Reach.BESIDE,
    ),
    pattern(
        "doubts",
        Holder.DENIED,
        r", ?(?:perhaps|maybe|possibly|presumably|apparently)(?=\s*[.,;!?]|\Z)",
        reach=Reach.AFTERWARDS,
    ),
)

RUSSIAN_HYPOTHESES = (
    _supposed(
        r"\b(?:если|если бы|коли|разве|неужели|возможно|вероятно|видимо|наверное|допустим|будь)"
        r"\b,?(?: что\b)?",
        r"\bесли верить(?: [^;:.!?,]{1,40},)?|\b(?:предположим|представим|может быть"
        r"|положим)\b,?(?: что\b)?",
    ),
)

CHINESE_HYPOTHESES = (
    _supposed(
        r"如果|若|假如|假设|倘若|要是|除非|难道|恐怕|是否|也许|或许|可能|大概|万一|设想|即使"
        r"|哪怕",
    ),
    pattern(
        "doubts",
        Holder.DENIED,
        r"(?:的(?:消息|说法|指控|报道))?(?:尚)?(?:未经证实|未获证实|有待证实|不得而知|尚无定论"
        r"|存疑|(?:仍|还)?是(?:个)?未知数|仍?未知|值得怀疑)",
        reach=Reach.AFTERWARDS,
    ),
)

ARABIC_HYPOTHESES = (
    _supposed(
        r"\b[وف]?(?:لو|إذا|إن كان(?:ت)?|هل|ربما|لعل|قد|لنفترض(?: أن)?|نفترض(?: أن)?"
        r"|ما إذا(?: كان(?:ت)?)?|في حال(?:ة)?|إن كان(?:ت)?)\b",
        r"\b(?:من (?:المحتمل|الممكن|المشكوك فيه)|يحتمل|يفترض|أليس(?:ت)?) ?(?:أن\b)?",
    ),
)


def is_question(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence at the place is a question."""
    return bool(QUESTIONS.words.search(text, start, end))
