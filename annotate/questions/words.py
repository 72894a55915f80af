"""The words of answers: names in a row, sides, titles."""

from collections.abc import Container, Iterable, Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotate.counting.independence import Count, Group
from annotate.queries.sources import Names, split_by

MANY = 8  # names or titles in one sentence
LONG = 110  # characters of a title or a quote


def listed(words: Iterable[str]) -> str:
    """Return "A, B and C"; of very many the first, and how many more there are."""
    words = list(dict.fromkeys(words))
    if len(words) > MANY:
        more = len(words) - MANY + 1
        rest = ngettext("%(count)d more", "%(count)d more", more) % {"count": more}
        words = [*words[: MANY - 1], rest]
    return str(get_text_list(words, _("and")))


def short(text: str) -> str:
    """Return a title or a quote short enough for a sentence."""
    return text if len(text) <= LONG else text[: LONG - 1] + "…"


def titled(title: str) -> str:
    """Return a title as it stands in a sentence."""
    return _("“%(title)s”") % {"title": short(title)}


def who(groups: Sequence[Group], names: Names, speakers: Container[int] = ()) -> str:
    """Return the sources by name; the agents of one source stand together.

    Those of `speakers` stand before who is only said to hold it.
    """
    return listed(_one_source(*split_by(group, speakers), names) for group in groups)


def _one_source(own: Sequence[int], beside: Sequence[int], names: Names) -> str:
    first, rest = (
        _(" with ").join(names.agents[agent] for agent in agents) for agents in (own, beside)
    )
    if not rest:
        return first
    said = _("%(first)s (with %(rest)s, said to hold it: counts as one)")
    return said % {"first": first, "rest": rest}


def affirming(count: Count, names: Names) -> list[str]:
    """Return who holds a claim, as sentences."""
    said = []
    if count.own_words:
        own = who(count.own_words, names, count.speakers)
        said.append(_("Say so themselves: %(who)s.") % {"who": own})
    if count.said_to_hold:
        told = who(count.said_to_hold, names)
        said.append(_("Said by others to hold it: %(who)s.") % {"who": told})
    return said


def apart(count: Count, names: Names) -> list[str]:
    """Return what a count leaves out, as sentences."""
    said = []
    if count.unconfirmed:
        proposed = listed(names.agents[agent] for agent in count.unconfirmed)
        said.append(
            _("Not counted until a curator confirms the name: %(who)s.") % {"who": proposed}
        )
    if count.second_looks:
        said.append(
            ngettext(
                "%(count)d tag on it needs a second look and does not count.",
                "%(count)d tags on it need a second look and do not count.",
                count.second_looks,
            )
            % {"count": count.second_looks}
        )
    return said
