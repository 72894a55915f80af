"""How a brief says how many sources there are."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotate.queries.brief_counts import Sources


def lines_of(sources: Sources) -> list[str]:
    """Return the numbers of a claim as sentences, each unfolded into who is counted."""
    if sources.own_words or sources.said_to_hold:
        lines = [_own(sources), _held(sources)]
    else:
        lines = [_("0 sources say this.")]
    return [*lines, _denied(sources), *_looks(sources)]


def left_out(quotes: int) -> str:
    """Return the sentence that says that evidence is left out, and how much."""
    return ngettext(
        "%(count)d quote on the other side was left out of this brief by its authors.",
        "%(count)d quotes on the other side were left out of this brief by its authors.",
        quotes,
    ) % {"count": quotes}


def _own(sources: Sources) -> str:
    said = ngettext(
        "%(number)s source says so itself",
        "%(number)s sources say so themselves",
        _n(sources.own_words),
    )
    return _counted(said, sources.own_words, at_most=sources.at_most)


def _held(sources: Sources) -> str:
    said = ngettext(
        "%(number)s source is said by others to hold it",
        "%(number)s sources are said by others to hold it",
        _n(sources.said_to_hold),
    )
    return _counted(said, sources.said_to_hold, at_most=sources.at_most)


def _denied(sources: Sources) -> str:
    said = ngettext(
        "%(number)s source says it is not so",
        "%(number)s sources say it is not so",
        _n(sources.denied),
    )
    return _counted(said, sources.denied, at_most=sources.at_most)


def _looks(sources: Sources) -> list[str]:
    if not sources.second_looks:
        return []
    said = ngettext(
        "%(count)d quote needs a second look and is not counted.",
        "%(count)d quotes need a second look and are not counted.",
        sources.second_looks,
    )
    return [said % {"count": sources.second_looks}]


def _n(names: tuple[str, ...]) -> int:
    return len(names)


def _counted(said: str, names: tuple[str, ...], *, at_most: bool) -> str:
    number = str(len(names))
    if at_most and len(names) > 1:
        number = _("At most %(number)s") % {"number": number}
    said = said % {"number": number}
    if not names:
        return _("%(said)s.") % {"said": said}
    return _("%(said)s: %(names)s.") % {"said": said, "names": "; ".join(names)}
