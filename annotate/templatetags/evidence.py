"""Lines of evidence in a template."""

from collections.abc import Container

from django.template import Library
from django.utils.safestring import SafeString

from annotate.drawing import draw_quote
from annotate.queries.evidence import Evidence

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
