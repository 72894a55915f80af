"""The sentence of a tag: who says what about whose position, in plain words.

Of Django only gettext. Claims are English sentences, mostly; a name or a claim in another
script is left as it stands.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from annotate.text.proper_nouns import PROPER_NOUNS
from annotate.text.stances import Stance


class Name(NamedTuple):
    """An agent as a sentence needs it: its name and its kind (`Agent.kind`)."""

    name: str
    kind: str


_STANCES = {stance.value: stance for stance in Stance}


def sentence(
    stance: str,
    voice: Name,
    holder: Name | None,
    claim_text: str,
    *,
    conveyed_by: Name | None = None,
    known_names: frozenset[str] = frozenset(),
) -> str:
    """Return the sentence that says what a tag means.

    A stance on another's position whose holder is not chosen yet says "somebody else".
    `known_names` are names a claim may begin with, so that they keep their capital.
    Raise KeyError for a stance that is none.
    """
    words = {
        "voice": with_article(voice),
        "holder": with_article(holder) if holder else _("somebody else"),
        "claim": _as_clause(claim_text, known_names),
    }
    said = _(_STANCES[stance].sentence) % words
    if conveyed_by:
        said = _("%(sentence)s, as quoted by %(conveyer)s") % {
            "sentence": said,
            "conveyer": with_article(conveyed_by),
        }
    return _("%(sentence)s.") % {"sentence": capitalised(said).removesuffix(".")}


def without_claim(
    stance: str, voice: Name, holder: Name | None, *, conveyed_by: Name | None = None
) -> str:
    """Return what a tag means where the claim is known: "The United States says so".

    No full stop. Raise KeyError for a stance that is none.
    """
    words = {
        "voice": with_article(voice),
        "holder": with_article(holder) if holder else _("somebody else"),
    }
    said = _(_STANCES[stance].without_claim) % words
    if conveyed_by:
        said = _("%(sentence)s, as quoted by %(conveyer)s") % {
            "sentence": said,
            "conveyer": with_article(conveyed_by),
        }
    return capitalised(said)


def short_stance(stance: str) -> str:
    """Return the card's words for a stance; raise KeyError for one that is none."""
    return _(_STANCES[stance].short)


def with_article(agent: Name) -> str:
    """Return an agent's name as it stands inside a sentence: "the United States", "Amnesty"."""
    if agent.name.startswith("The ") or _takes_article(agent):
        return _("the %(name)s") % {"name": agent.name.removeprefix("The ")}
    return agent.name


def capitalised(text: str) -> str:
    """Return `text` with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str, known_names: frozenset[str] = frozenset()) -> str:
    """Return `text` as it stands inside a sentence: in lower case unless it begins with a name."""
    if not _starts_latin(text) or _begins_with_name(text, known_names):
        return text
    return text[:1].lower() + text[1:]


# Articles.

_BODIES = frozenset(
    {"igo", "igo_organ", "treaty_body", "court", "office", "state_body", "special_procedure"}
)
_STATES = re.compile(
    r"\b(?:United|Republic|Kingdom|Federation|Confederation|Islands?|Emirates|Union|States?|Emirate"
    r"|Commonwealth|Principality|Sultanate|Duchy|Netherlands|Philippines|Bahamas|Gambia|Maldives"
    r"|Comoros|Holy See|Seychelles Islands)\b"
)
_FIRST = (
    r"Committee|Commission|Council|Organi[sz]ation|Association|Government|Ministry|Office|Party"
    r"|Union|Federation|Congress|Parliament|Institute|Foundation|Coalition|League|Centre|Center"
    r"|Department|Embassy|Mission|University|Academy"
)
_HEAD = (
    rf"{_FIRST}|Assembly|Bank|Fund|Board|Bureau|Secretariat|Agency|Authority|Alliance|Network"
    r"|Project|Movement|Front|Army"
)
_BEFORE = "of|for|on|against|to"
# "Committee to Protect Journalists", "World Health …"; also "Norwegian Helsinki Committee" and
# "International Commission of Jurists", where the word is the head of the name.
_COLLECTIVE_NAME = re.compile(
    rf"(?:{_FIRST}|World)\b(?! Vision\b)|.*\b(?:{_HEAD})(?:$| (?:{_BEFORE})\b)"
)
# Acronyms that are spoken as words, or that go without an article by custom.
_SPOKEN = frozenset(
    {"NATO", "INTERPOL", "EUROPOL", "UNESCO", "UNICEF", "ASEAN", "OPEC", "UNAIDS", "BRICS"}
    | {"CARICOM", "ECOWAS", "MERCOSUR", "FRONTEX", "EUROJUST", "GUAM", "OPCAT", "UNITAR"}
    | {"OHCHR", "UNHCR", "UNRWA", "UNODC", "UNDP", "UNCTAD", "UNEP", "UNFPA", "UNIDIR"}
)


# A document's 5,000 cards name few agents and few claims, hence the caches.
@lru_cache(maxsize=4096)
def _takes_article(agent: Name) -> bool:
    name = agent.name
    if agent.kind == "person" or not _starts_latin(name):
        return False
    if agent.kind == "state":
        # "Iran (Islamic Republic of)" is said "Iran".
        return bool(_STATES.search(name.partition("(")[0])) or name in {"US", "U.S.", "UK", "UAE"}
    if _COLLECTIVE_NAME.match(name):
        return True
    if agent.kind not in _BODIES:
        return False
    return " " in name or (name.isupper() and name not in _SPOKEN)


# Claims.

_FULL_STOP = re.compile(r"[.!?。．！？؟۔…]+([\"'”’»›)\]」』]*)\s*$")
_ENDS_IN_ACRONYM = re.compile(r"\b\w\.\w\.$")
_LONGEST_NAME = 8  # words
_AFTER_NAME = re.compile(r"(?:['’]s?)?[,.;:!?]*$")
_TITLE_WORD = re.compile(r"[A-Z][a-z]+")
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        "the a an in on at of for by to from with without under over about against among as and or "
        "all no not every each some any many most more several both few only this that these those "
        "its his her their our your my such it he she they we there when while if since after "
        "before because despite during between within through",
    )
)


@lru_cache(maxsize=4096)
def _as_clause(claim_text: str, known_names: frozenset[str]) -> str:
    """Return a claim's sentence as a clause: no capital, no full stop."""
    clause = lower_first(claim_text.strip(), known_names)
    found = _FULL_STOP.search(clause)
    if found is None or _ENDS_IN_ACRONYM.search(clause):
        return clause
    return clause[: found.start()] + found[1]


def _starts_latin(text: str) -> bool:
    return text[:1].isalpha() and text[:1] < "\u0250"


def _begins_with_name(text: str, known_names: frozenset[str]) -> bool:
    words = text.split(maxsplit=_LONGEST_NAME)[:_LONGEST_NAME]
    head = re.split("['’-]", words[0])[0]  # "Russia-backed", "SCO’s"
    return (
        head == "I"
        or head in PROPER_NOUNS
        or any(character.isupper() or character.isdigit() for character in head[1:])
        or any(name in PROPER_NOUNS or name in known_names for name in _first_names(words))
        or _is_title(words)
    )


def _first_names(words: list[str]) -> Iterator[str]:
    """Yield the first word, the first two, the first three …, as names would be written."""
    for count in range(1, len(words) + 1):
        yield _AFTER_NAME.sub("", " ".join(words[:count]))


def _is_title(words: list[str]) -> bool:
    """Tell whether two capitalised words begin the text, as in "Alexei Navalny was …"."""
    return (
        len(words) > 1
        and all(_TITLE_WORD.match(word) for word in words[:2])
        and words[0].lower() not in _NO_NAME
        and not words[0].endswith("ing")  # "Treating Uyghurs as …"
    )
