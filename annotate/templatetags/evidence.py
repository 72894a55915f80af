"""Lines of evidence and names of agents in a template, many at once."""

from collections.abc import Container, Iterable

from django.template import Library
from django.utils.safestring import SafeString

from annotate.drawing import draw_agents, draw_quote
from annotate.queries.claim_answers import Who
from annotate.queries.evidence import Evidence
from annotate.queries.sources import Voice

register = Library()


@register.simple_tag
def quote(
    one: Evidence, at: str, prefix: str, repeats: str, reviewed: Container[int] | None
) -> SafeString:
    """Return a line of evidence; what the template was not given is empty."""
    return draw_quote(
        one,
        f"{at or prefix or 'e'}{one.row.id}",
        awaits=bool(prefix),
        in_full=one.side != repeats,
        reviewed=reviewed or (),
    )


@register.simple_tag
def agents(named: Iterable[Who | Voice], between: str = ", ") -> SafeString:
    """Return the names of agents in a row, each leading to its page."""
    return draw_agents(((agent.pk, agent.name) for agent in named), between)
