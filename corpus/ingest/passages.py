"""Cut a text into passages: every line with words on it is one."""

import re

from corpus.models.passage import PassageKind
from corpus.rules import WHITE_SPACE

from .reading import Slice

# What comes before an item of a list. Pictures are bullets even without a space (the last four
# are Word's); dashes and the like need one, since "-5" and "*note" are text. "A." and "IV." stand
# before headings and initials, and "2.5" may be a number: only "2.5 The" is taken for one.
_PICTURES = "•‣⁃◦▪▫●○■□◆◇❖➢➣➤►▶▸▹✓✔✗✘★☆➔→⇒∙・⚫◉⦿①-⑳\uf0b7\uf0a7\uf0d8\uf0fc"
_HAN_NUMBER = r"[一二三四五六七八九十]{1,4}"
_MARKER = re.compile(
    rf"(?P<marker>[{_PICTURES}]|{_HAN_NUMBER}、|\d{{1,3}}、|（(?:\d{{1,3}}|{_HAN_NUMBER})）"
    rf"|\((?:\d{{1,3}}|{_HAN_NUMBER})\)(?=[\u3400-\u9fff])"
    r"|(?:[–—*·−+-]|\(?(?:\d{1,3}|[a-zа-яё]|[ivxlc]{1,6})[.)）]|\(?[A-ZА-ЯЁ]\)|\(?[\u0621-\u064a][.)-]"
    r"|\(?\d{1,3}(?:\.\d{1,3}){1,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}(?=\s+[A-ZА-ЯЁ“\"«\u3400-\u9fff]))"
    r"(?=\s))[\s\u200b\ufeff]*(?=\S)"
)
_DATE = re.compile(
    r"^\W*(?:\d{1,2}[./ ]\w+[./ ]\d{4}|\w+ \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}"
    r"|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)\W*$"
)
_SENTENCE_END = (".", "!", "?", "。", "！", "？", "؟", "…", ";", ":", "：", ".”", '."', "»")
_BOILERPLATE = re.compile(
    r"skip to (?:main )?(?:content|navigation)|all rights reserved|cookie|error \|"
    r"|unexpected error|try again later|^share (?:this|on)|^print(?: this)?$|©",
    re.IGNORECASE,
)
_SHORT = 100
_HEAD_LINES = 6


def cut(text: str) -> list[Slice]:
    """Return the passages of `text` in order, with a proposed kind each.

    Between two of them is only white space, and the marker of a list item.
    """
    slices: list[Slice] = []
    start = 0
    for line in text.split("\n"):
        words = line.strip(WHITE_SPACE)
        if words:
            slices.append(_slice(words, start + line.index(words), len(slices)))
        start += len(line) + 1
    return slices


def _slice(words: str, start: int, before: int) -> Slice:
    marker = ""
    kind = ""
    if found := _MARKER.match(words):
        marker, kind = found["marker"], PassageKind.LIST_ITEM
        rest = words[found.end() :].lstrip(WHITE_SPACE)
        start += len(words) - len(rest)
        words = rest
    return Slice(start, start + len(words), words, kind or _propose_kind(words, before), marker)


def _propose_kind(words: str, before: int) -> str:
    if len(words) <= 3 * _SHORT and _BOILERPLATE.search(words):
        return PassageKind.BOILERPLATE
    if before == 0:
        return PassageKind.TITLE
    if _DATE.match(words):
        return PassageKind.DATELINE
    if len(words) <= _SHORT and not words.endswith(_SENTENCE_END):
        return PassageKind.BYLINE if before < _HEAD_LINES else PassageKind.HEADING
    return PassageKind.PARAGRAPH
