"""Bare negations: "does not [protect human rights]", "refused to [open its archives]".

Whoever it is about, the voice itself says that it is not so. They count only from outside of
the selected words and only where these are what they negate (see `governing`).
"""

from .patterns import Holder, Pattern, Reach, pattern


def _negations(*words: str) -> Pattern:
    return pattern("rejects", Holder.DENIED, *words, reach=Reach.NEGATION)


ENGLISH_NEGATIONS = (
    _negations(
        r"\b(?:not|never|cannot|nobody|no one|none|neither|nor|hardly|scarcely|rarely|seldom"
        r"|without|nothing|nowhere|no longer)\b|n['’]t\b",
        r"\bno(?= \w)(?! (?:doubt|fewer|less|more than|later than|longer|wonder|matter|secret"
        r"|question|stranger|sooner|denying|one)\b)",
        r"(?-i:\bFew\b)(?! (?:years|days|weeks|months))|\b(?:very|too) few\b",
        r"\b(?:has|have|had) yet to\b|\bso much as\b",
        r"\bby no means\b|\bunder no circumstances?\b|\bon no account\b|\bin no (?:way|case"
        r"|sense)\b",
        r"\b(?:fail|declin|ceas|neglect|omit|refus|unwilling|unable|reluctan|incapab|powerless)"
        r"(?:e[sd]?|s|ed|t?ted|ing|al|ure|t|le|ance|ness)? (?:to|of)\b",
        r"\b(?:refrain|abstain|desist)(?:s|ed|ing)? from\b|\b(?:avoid|stop|quit)(?:s|p?ed|p?ing)?"
        r"(?= (?:\w+ly )?\w+ing\b)",
        r"\b(?:prevent|prohibit|bar|ban|block|stop|keep|deter)(?:s|red|ned|ped|ed|t|ring|ning|ing)?"
        r" [^;:.!?,]{1,50}? from\b|\bkept [^;:.!?,]{1,40}? from\b",
        r"\b(?:prohibit|forbid|ban|outlaw)(?:s|ned|ed|den|ning|ing)?\b|\bforbade\b",
        r"\black(?:s|ed|ing)?\b|\b(?:far|free|exempt) from\b|\b(?:stop|stops|stopped|fall|falls"
        r"|fell) short of\b|\b(?:devoid|bereft|deprived) of\b|\babsence of\b",
        r"\b(?:den(?:y|ies|ied)|depriv(?:e[sd]?|ing)|strip(?:s|ped)?)(?: (?!that)[\w’']+){0,3}?"
        r"(?: of)? (?:the |any |their |his |her )?(?:right|access|opportunity|chance|possibility)"
        r"\b(?: (?:to|of))?",
        r"\b(?:instead of|rather than|in place of|as opposed to|short of)\b",
        r"\b(?:put|bring|brought|call\w*|calls? for) (?:for )?an end to\b|\bend(?:s|ed)? to\b",
        r"\b(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing))(?: that\b)?",
    ),
)

RUSSIAN_NEGATIONS = (
    _negations(
        r"\bне\b(?! (?:менее|более))|\bнельзя\b|\bнет\b|\bнекому\b|\bнигде\b",
        r"\b(?:никто|ничто|никому|никого|ничего|никогда|никак)(?: (?:не|из [а-яё]+ не))?\b",
        r"\bни (?:один|одна|одно|одного|одному|в коем случае|при каких [а-яё]+|о как[а-яё]+"
        r"|к как[а-яё]+)\b",
        r"\b(?:едва ли|вряд ли)(?: можно [а-яё]+(?:, что\b)?)?|\bотнюдь не\b|\bдалеко не\b",
        r"\b(?:отказ|переста|прекра[тщ]|воздерж|избега|прекращ)[а-яё]*(?: от)?\b",
        r"\b(?:запре[тщ])[а-яё]*\b|\bбез\b|\bвместо(?: того, чтобы\b)?|\bлиш[а-яё]+ (?:права"
        r"|возможности)\b",
        r"\bпротив того, чтобы\b|\bне дол[а-яё]+\b",
    ),
)

CHINESE_NEGATIONS = (
    _negations(
        r"(?:并|從|从|从来|尚|绝|決|决|毫|也|都)(?:不|未|没有?|无)(?:是|会|能|曾|得|应)?",
        r"(?<!非)并非|不(?:会|能|得|应|应该|该|许|准|允许|可以|可|宜|愿|肯|敢|是|再)(?![不断同])",
        r"没有?(?=\S)(?![收落])|未(?:能|曾|予|被|获)?(?![来成遂])|无(?:法|权|从|人|意|力)|难以"
        r"|免于",
        r"拒绝|拒不|禁止|停止|避免|防止|阻止|杜绝|取缔|不再|不予|缺乏|谁也不|很少有?人|几乎没有",
        r"不(?![仅僅但只单光断同过久少论管满安良法得能可禁止是会应许准宜愿肯敢再予])",
    ),
)

ARABIC_NEGATIONS = (
    _negations(
        r"\b[وف]?(?:لا|لم|لن|ليس(?:ت|وا)?|أ?ليس(?:ت)?)\b(?: (?:أحد|يعد|تعد)\b)?",
        r"(?<![\w])[وف]?ما (?=[\w]+(?:وا|ت|نا)\b)",
        r"\b(?:دون|بدون|من دون|عدم|بدلا من|بدلًا من)\b",
        r"\b[وف]?[تين]?(?:فشل|عجز|متنع|امتنع|توقف)(?:ت|ون|وا)? [^،.؛]{0,40}?(?:في|عن)\b",
        r"\b(?:وقف|إنهاء|الامتناع عن|الكف عن|[تي]كف عن|التوقف عن|حظر|منع|تجنب)\b",
        r"\b[تين]?(?:حظر|منع)(?:ت|ون|وا)?\b",
        r"\b(?:قلة|قليلون|نادرا ما)\b",
    ),
)
