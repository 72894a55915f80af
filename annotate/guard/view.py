"""A text as the cues read it: nothing invisible in it, and one letter for its variants."""

import re
from bisect import bisect_left
from typing import NamedTuple

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_FOLDED = str.maketrans(
    "聲稱謂認為對駁譴責強調據說話們國報組織無難從願應會並斷堅持質贊讚張點觀論導紹開諸單憑證數"
    "產視當來訴絕謊誤將給與領標簡號職傑尊記過機實評審傳種張敗斥黨導曾則還僅總統歷關係義員釋現"
    "أإآىیک",
    "声称谓认为对驳谴责强调据说话们国报组织无难从愿应会并断坚持质赞赞张点观论导绍开诸单凭证数"
    "产视当来诉绝谎误将给与领标简号职杰尊记过机实评审传种张败斥党导曾则还仅总统历关系义员释现"
    "اااييك",
)


def fold(text: str) -> str:
    """Return the text with one letter for its variants, as long as it was."""
    return text.translate(_FOLDED)


def neutral(text: str) -> str:
    """Return the folded text without soft hyphens and characters of no width."""
    return fold(_INVISIBLE.sub("", text))


def shows_nothing(text: str) -> bool:
    """Whether nothing of a text can be seen: white space and characters of no width."""
    return not neutral(text).strip()


class View(NamedTuple):
    """A neutral text, and for each of its characters the place in the original."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "View":
        """Return the view of a text."""
        hidden = {i for match in _INVISIBLE.finditer(text) for i in range(*match.span())}
        return cls(neutral(text), tuple(i for i in range(len(text)) if i not in hidden))

    def inward(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the view of a place in the original."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def outward(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of a place, not an empty one, in the view."""
        return self.places[start], self.places[end - 1] + 1
