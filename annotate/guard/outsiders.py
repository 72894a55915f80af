"""Somebody unknown who denies or doubts: "the government denies that" is not the voice's no."""

import re

from .view import neutral

# Who stands before "denies" and may be the voice under another name, or nobody in particular.
_LIKE_THE_VOICE = re.compile(
    r"\b(?:council|committee|commission|panel|mission|working group|assembly|rapporteur|experts?"
    r"|we|us|our|I|it|there|nobody|no one|none|nothing|few|one|paper|report|study|that|this|to"
    r"|by)\b"
    r"|\b(?:совет|комитет|комисси|групп|доклад|мы|нам|нас|наш|я|мне|никто|ничто)[а-яё]{0,3}\b"
    r"|委员会|理事会|我|本|报告|没有人|谁|无人",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:and|also|has|have|had|is|was|were|are|been|be|does|did|do|will|would|can|could|may|must"
    r"|should|not|never|still|therefore|further|however|again|once|then|to|in|so|\w+ly"
    r"|и|а|но|не|нельзя|невозможно|нет|также|всё|уже|ещё|еще|бы|однако|поэтому)\b"
    r"|[但而也还都曾则已并目前至今迄现在因此然]",
    re.IGNORECASE,
)
_OUTSIDERS = re.compile(
    r"(?:حكوم|سلطات|وزارة|وزير|متحدث|رئيس|شرطة|نظام|مسؤول|مسؤولون|جيش|محكمة|سفارة)", re.IGNORECASE
)
# A verb of the third person and then, in Arabic, who does it.
_VERB = re.compile(r"[وف]?(?:[تي]\w+|\w+ت|رفض|نف[يى]|عارض|انكر|دان)")
_WHO = re.compile(
    rf"\s+(?:(?:ال)?{_OUTSIDERS.pattern}"
    r"|ال(?!مجلس|لجنة|قول|اعتراف|اقرار|قبول|سماح|استماع|ادعاء)\w+)"
)
_PHRASE = re.compile(r"[^.;:!?,—–。；：！？，،؛]*$")


def names_an_outsider(text: str, start: int, cue_start: int, cue_end: int) -> bool:
    """Tell whether somebody unknown, and not the voice, stands at a cue as who denies it.

    `start` is where the sentence begins. In Arabic the verb comes first.
    """
    phrase = _PHRASE.search(text[start:cue_start])
    before = phrase.group() if phrase else ""
    if (
        _OUTSIDERS.search(before)
        or (_VERB.fullmatch(text, cue_start, cue_end) and _WHO.match(text, cue_end))
        or _named_in_arabic(text[cue_start:cue_end])
    ):
        return True
    if _ARABIC.search(before) or _LIKE_THE_VOICE.search(before):
        return False
    return bool(_LETTER.search(_NO_SUBJECT.sub(" ", before)))


def _named_in_arabic(cue: str) -> bool:
    """Tell whether the words of an Arabic cue name who denies: "نفت الحكومة أن"."""
    if not _ARABIC.search(cue):
        return False
    named = [word for word in cue.split()[1:] if not _AR_PARTICLE.fullmatch(word)]
    denies = not _AR_NOT.match(cue) and any(not _AR_VOICE.search(word) for word in named)
    return bool(_OUTSIDERS.search(cue)) or denies


_AR_PARTICLE = re.compile(
    neutral(
        r"ب?أن|إن|لأن|في|من|على|وجود|صحيح|(?:ال)?(?:اعتراف|إقرار|اقرار|قبول|قول|تأكيد)(?: ب?أن)?"
    )
)
_AR_NOT = re.compile(r"[وف]?(?:لا|لم|لن|ليس|غير|ما|نرفض)")
_AR_VOICE = re.compile(r"مجلس|لجنة|نحن")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LETTER = re.compile(r"[^\W\d_]")
