"""Sentences that turn down what the sentence before them said: "We disagree." "Not so." """

import re
from collections.abc import Iterator

from .patterns import Holder, Pattern, pattern

# Who turns it down is named first; somebody unknown is not the voice.
_DISSENT_OF_SOMEBODY = pattern(
    "rejects",
    Holder.DISSENTER,
    r"(?:We|I|(?-i:[A-Z])[^.;:!?,]{1,60}?) (?:[a-z]+ ){0,2}(?:disagrees?|(?:disputes?|rejects?"
    r"|den(?:y|ies)|refutes?|condemns?|doubts?|questions?) (?:this|that|it|these|those|such)"
    r"|(?:do|does|did|can|could)(?: ?not|n['’]t) (?:[a-z]+ )?(?:agree|accept|share|believe|think"
    r"|confirm))\b",
    r"(?:Мы|Я|[^.;:!?,]{1,60}?) (?:[а-яё]+ ){0,2}не (?:соглас|раздел|призна|вер)[а-яё]*",
    r"(?:我们|[^，。；：！？]{1,20}?)(?:坚决|完全|并)?(?:不[能会可]?(?:这么|这样)?(?:同意|赞成"
    r"|赞同|认同|接受"
    r"|认为|相信)|反对)",
    r"(?:نحن )?(?:لا|لم|لن) [ن](?:وافق|قبل|تفق|صدق|عتقد)",
)

_WRONG = (
    r"(?:false|untrue|wrong|incorrect|misleading|baseless|unfounded|absurd|nonsense|mistaken|lies"
    r"|a (?:\w+ )?(?:lie|myth|fiction|fallacy)|not (?:true|so|the case|correct|credible|accurate)"
    r"|far from (?:true|the truth|the case)|simply not)"
)

_DISSENT = pattern(
    "rejects",
    Holder.TRAILING,
    rf"(?:This|That|It|These|Those)(?: \w+){{0,2}} (?:is|are|was|were) (?:[a-z]+ly )?{_WRONG}\b",
    r"(?:This|That|It)(?: \w+)? (?:is|was)(?: ?not|n['’]t) (?:true|so|the case|correct)\b",
    r"(?:This|That|It)(?: \w+)? (?:could|can)(?: ?not|n['’]t) be (?:\w+ )?(?:wrong|true|right"
    r"|further)",
    r"(?:This|That|It)(?: \w+)? (?:has no|lacks)\b",
    r"(?:That|This|It) (?:is|was) (?:\w+ )?(?:propaganda|spin|fantasy|window-dressing|a sham)\b",
    r"(?:Nobody|No one|Few)\b[^.;:!?]{0,30}? (?:believes?|accepts?|buys?) (?:this|that|it)\b",
    r"(?:Would that it were|If only)\b",
    r"(?:The |These |Such )?(?:facts?|evidence|record|reality|truth|figures"
    r"|reports?)\b[^.;:!?]{0,40}?"
    r" (?:otherwise|different|another|contradicts?)\b",
    r"(?:Nothing|Nothing of the (?:kind|sort)|Little) could be (?:further|less|more)\b",
    r"(?:Hardly|Not so|Not true|Wrong|False|Nonsense|Untrue|Far from it|Not at all|Not in the least"
    r"|By no means|Scarcely|On the contrary|Quite the (?:contrary|opposite|reverse)"
    r"|No)\b(?=\s*[.!,;:—–-])",
    r"(?:(?:In (?:fact|reality|truth)|Actually|Rather),? )?(?:the )?(?:opposite|contrary|reverse)"
    r" (?:is|was|holds)\b",
    r"(?:(?:Увы|Но|Однако|Конечно|Разумеется),? )?Это,? (?:[а-яё]+,? )?(?:неправда|ложь|неверно"
    r"|миф|выдумка|вымысел|клевета|не так|не соответствует|заблуждение)",
    r"(?:Ничего подобного|Вовсе нет|Неправда|Ложь|Неверно|Отнюдь|Наоборот|Напротив|Вряд ли"
    r"|Едва ли)\b",
    r"(?:На самом деле|В действительности) (?:[а-яё]+ )?(?:наоборот|не так|обратное|иначе)",
    r"[这此](?:种说法|一说法|完全|显然|并|根本)*(?:不是事实|不是真的|是谎言|是错误的|并非事实"
    r"|是假的|是?编造|是?捏造|不[属是]实|不对"
    r"|纯属(?:谎言|虚构|捏造)|是不真实的|不正确)",
    r"(?:但)?事实(?:上)?(?:并非如此|恰恰相反|相反|不然|正好相反)|恰恰相反|并非如此|绝非如此|胡说"
    r"|谎言",
    r"(?:هذا|هذه|وهذا|إنه|ذلك) (?:\S+ )?(?:غير صحيح|كذب|ليس صحيح|باطل|خطأ|محض|خيال|افتراء|ليس)",
    r"(?:على العكس|بالعكس|والعكس|ليس كذلك|غير صحيح|كلا)",
    around=True,
)

_SEMICOLON = re.compile(r"[^.;:!?；؛—–]{0,40}[;；؛—–]\s*")


def find_dissent(
    text: str, end: int, sentence_end: int, after: tuple[int, int] | None
) -> Iterator[tuple[Pattern, tuple[int, int]]]:
    """Yield the dissent that begins the sentence after, or follows a semicolon or a dash.

    `end` is where the selected words end, `after` the place of the sentence after theirs.
    """
    aside = _SEMICOLON.match(text, end, sentence_end)
    for place in (after, aside and (aside.end(), sentence_end)):
        for each in (_DISSENT_OF_SOMEBODY, _DISSENT):
            match = place and each.words.match(text, *place)
            if match:
                yield each, match.span()
