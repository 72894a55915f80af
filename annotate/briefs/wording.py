"""How a brief says how many independent sources there are."""

from collections.abc import Iterator, Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotate.briefs.counts import Source, Sources
from annotate.models import Claim


def lines_of(sources: Sources) -> list[str]:
    """Return the numbers of a claim as sentences, each unfolded into who is counted."""
    return [*_numbers(sources), *apart_of(sources)]


def was_split(parts: Sequence[Claim]) -> str:
    """Return the sentence that says which claims a claim became when it was split."""
    if not parts:
        return _("This claim was split.")
    named = [f"{part.public_id} {part.label}" for part in parts]
    return _("Split into %(parts)s.") % {"parts": get_text_list(named, _("and"))}


def side_title(side: str) -> str:
    """Return the heading over the exhibits of one side of a claim."""
    return {
        "for": _("Says so, or agrees"),
        "against": _("Says it is not so, or disagrees"),
        "open": _("Reports it, or leaves it open"),
    }[side]


def left_out(quotes: int) -> str:
    """Return the sentence that says that evidence is left out, and how much."""
    return ngettext(
        "%(count)d quote on the other side was left out of this brief by its authors.",
        "%(count)d quotes on the other side were left out of this brief by its authors.",
        quotes,
    ) % {"count": quotes}


def _numbers(sources: Sources) -> Iterator[str]:
    own, held = sources.own_words, sources.said_to_hold
    attested, denied = sources.attested, sources.denied
    if not own and not held:
        yield _("0 sources say this.")
    else:
        said = ngettext(
            "%(number)s source says so itself", "%(number)s sources say so themselves", len(own)
        )
        yield _counted(said, own, sources)
        said = ngettext(
            "%(number)s source is said by others to hold it",
            "%(number)s sources are said by others to hold it",
            len(held),
        )
        yield _counted(said, held, sources)
    if attested:
        said = ngettext(
            "%(number)s source reports that others say so",
            "%(number)s sources report that others say so",
            len(attested),
        )
        yield _counted(said, attested, sources)
    said = ngettext(
        "%(number)s source says it is not so", "%(number)s sources say it is not so", len(denied)
    )
    yield _counted(said, denied, sources)


def apart_of(sources: Sources) -> Iterator[str]:
    """Return what is not counted, as sentences."""
    if looks := sources.second_looks:
        yield ngettext(
            "%(count)d quote needs a second look and is not counted.",
            "%(count)d quotes need a second look and are not counted.",
            looks,
        ) % {"count": looks}
    if sources.unconfirmed:
        yield _("Not counted until the name is confirmed: %(names)s.") % {
            "names": "; ".join(sources.unconfirmed)
        }


def _counted(said: str, counted: tuple[Source, ...], sources: Sources) -> str:
    """Return a number as a sentence, with who is counted and why some are one."""
    number = str(len(counted))
    if sources.at_most and len(counted) > 1:
        number = _("At most %(number)s") % {"number": number}
    said = said % {"number": number}
    if not counted:
        return _("%(said)s.") % {"said": said}
    line = _("%(said)s: %(names)s.") % {"said": said, "names": "; ".join(map(_as_one, counted))}
    return " ".join([line, *(reason for source in counted for reason in source.reasons)])


def _as_one(source: Source) -> str:
    names = _(" with ").join(source.names)
    if source.beside:
        said = _("%(names)s (with %(beside)s, said to hold it: counts as one)")
        return said % {"names": names, "beside": _(" with ").join(source.beside)}
    return names if len(source.names) == 1 else _("%(names)s, as one source") % {"names": names}
