"""Draw text with its marks, cards and quotes: the only module that makes safe HTML.

Django's templates cost about a quarter of a millisecond a tag and cannot draw 5,000 of them;
these f-strings escape every value themselves.
"""

from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from annotate.queries.documents import PassageRow, TagRow
from annotate.queries.evidence import Evidence
from annotate.queries.shown_passages import ShownPassages
from annotate.text.anchors import Span, segments
from annotate.text.stances import Stance
from annotate.text.wording import Name, short_stance, with_article
from annotate.web.addresses import address
from corpus.models import TAGGABLE_KINDS, Document

SIDES = {stance.value: stance.side for stance in Stance}
CHIP_FROM = 3  # so many tags on the same words get a chip that counts them


@dataclass(frozen=True)
class Voice:
    """The document's author: whose words a passage is that says nothing of its own."""

    id: int | None
    name: str
    kind: str


def draw_words(text: str, start: int, tags: Sequence[TagRow], selected: int | None) -> SafeString:
    """Return a passage's own text with `<mark>` elements around tagged words, nothing else.

    `start` is the passage's first code point in the version, in which tags count too.
    """
    by_id: dict[Hashable, TagRow] = {tag.id: tag for tag in tags}
    spans = [Span(tag.start, tag.end, tag.id) for tag in tags]
    pieces = []
    for segment in segments(text, spans, offset=start):
        words = escape(segment.text, quote=False)
        if segment.spans:
            words = _mark(words, [by_id[span.key] for span in segment.spans], selected)
        pieces.append(words)
    return mark_safe("".join(pieces))


def _mark(words: str, tags: list[TagRow], selected: int | None) -> str:
    """Return one marked piece; the selected tag, else the innermost, lends colour and side."""
    chosen = next((tag for tag in tags if tag.id == selected), tags[-1])
    ids = " ".join(str(tag.id) for tag in tags)
    classes = f"m c{chosen.color} {SIDES[chosen.stance]}"
    if chosen.id == selected:
        classes += " selected"
    depth = min(len(tags), CHIP_FROM)
    return f'<mark class="{classes}" data-depth="{depth}" data-tags="{ids}">{words}</mark>'


def _draw_card_line(tag: TagRow, says: str, *, same: bool, href: str) -> str:
    """Return a tag's card folded to one line, as a list item; `says` and `href` are HTML."""
    classes = f"card c{tag.color} {SIDES[tag.stance]}" + (" same" if same else "")
    looks = ""
    if tag.status == "stale" or tag.anchor_state == "broken":
        classes += " needs-look"
        said = _("words not found") if tag.anchor_state == "broken" else _("needs a second look")
        looks = f'<span class="look">{escape(said)}</span>'
    if tag.objected:
        looks += f'<span class="look disputed">{escape(_("disputed"))}</span>'
    return (
        f'<li class="{classes}" id="t{tag.id}" data-tag="{tag.id}" data-start="{tag.start}"'
        f' data-end="{tag.end}"><a class="card-line" href="{href}?tag={tag.id}#t{tag.id}">'
        f"{says}{looks}</a></li>"
    )


@lru_cache(maxsize=5000)
def _draw_says(
    _language: str | None, label: str, stance: str, voice: str, holder: str | None, kind: str | None
) -> str:
    """Return what a folded card says; the tags of a document say the same again and again."""
    line = escape(_short_line(stance, voice, holder, kind or ""))
    return f'<span class="claim-label">{escape(label)}</span> <span class="card-who">{line}</span>'


def _short_line(stance: str, voice: str, holder: str | None, holder_kind: str) -> str:
    """Return who takes which side, as the folded card says it."""
    words = short_stance(stance)
    if stance == "attributes":
        return _("%(voice)s reports it of %(holder)s") % {"voice": voice, "holder": holder}
    if holder:
        return f"{voice} {words} {with_article(Name(holder, holder_kind))}"
    if stance == "questions":
        return _("%(voice)s asks or doubts it") % {"voice": voice}
    return f"{voice} {words}"


def draw_cards(
    tags: Sequence[TagRow], *, href: str, selected: int | None, selected_card: str
) -> SafeString:
    """Return the cards of a passage in text order; those on the same words stand together."""
    items = []
    language, href = get_language(), escape(href)
    before: tuple[int, int] | None = None
    for tag in tags:
        if tag.id == selected and selected_card:
            items.append(selected_card)
        else:
            who = tag.stance, tag.voice_name, tag.holder_name, tag.holder_kind
            says = _draw_says(language, tag.label, *who)
            same = (tag.start, tag.end) == before
            items.append(_draw_card_line(tag, says, same=same, href=href))
        before = (tag.start, tag.end)
    return mark_safe("".join(items))


def draw_who(passage: PassageRow, author: Voice) -> SafeString:
    """Return the line that says who speaks in a passage with a voice of its own, or nothing."""
    if passage.kind != "block_quote" and not speaks_for_another(passage, author):
        return mark_safe("")
    parts = [passage.voice_name or _("who speaks is not said yet")]
    parts += [part for part in (passage.speaker_name, passage.place) if part]
    if passage.uttered_on:
        parts.append(date_format(passage.uttered_on, "j F Y"))
    line = escape(" · ".join(parts))
    if author.name and passage.voice_id not in (None, author.id):
        line += " " + escape(
            _("— as quoted by %(author)s")
            % {"author": with_article(Name(author.name, author.kind))}
        )
    if passage.altered:
        line += f' <span class="altered">{escape(_("altered quotation"))}</span>'
    return mark_safe(f'<p class="who">{line}</p>')


def speaks_for_another(passage: PassageRow, author: Voice) -> bool:
    """Whether the passage holds words of somebody other than the document's author."""
    return passage.voice_id is not None and passage.voice_id != author.id


def draw_passages(shown: ShownPassages, *, selected_card: str = "") -> SafeString:
    """Return passages in a row; `selected_card` is the HTML of the card that is open."""
    document, opened = shown.document, shown.card.line.tag.pk if shown.card else None
    author, href = voice_of_author(document), address("show_document", document.pk)
    drawn = (
        draw_passage(
            passage,
            shown.tags.get(passage.id, ()),
            author=author,
            language=document.language,
            href=href,
            selected=opened,
            selected_card=selected_card,
            sources=shown.sources.get(passage.id, ()),
            numbered=shown.numbered,
        )
        for passage in shown.passages
    )
    return mark_safe("".join(drawn))


def voice_of_author(document: Document) -> Voice:
    """Return the document's author as drawing needs it."""
    author = document.author
    return Voice(author.pk, author.name, author.kind) if author else Voice(None, "", "")


def draw_passage(
    passage: PassageRow,
    tags: Sequence[TagRow],
    *,
    author: Voice,
    language: str,
    href: str,
    selected: int | None = None,
    selected_card: str = "",
    sources: Sequence[tuple[str, str]] = (),
    numbered: bool = False,
) -> SafeString:
    """Return one passage: who speaks, its words with their marks, and its cards.

    `sources` are how and from what it is copied; `numbered` gives who may say so its number.
    """
    voice = passage.voice_name or author.name
    taggable = ' data-taggable=""' if passage.kind in TAGGABLE_KINDS else ""
    marker = (
        f'<span class="marker" aria-hidden="true">{escape(passage.marker)}</span>'
        if passage.marker
        else ""
    )
    words = draw_words(passage.text, passage.start, tags, selected)
    cards = draw_cards(tags, href=href, selected=selected, selected_card=selected_card)
    return mark_safe(
        f'<section class="passage kind-{escape(passage.kind)}" id="p{passage.ordinal}">'
        f"{draw_who(passage, author)}{marker}"
        f'<div class="words" data-passage="{passage.id}" data-start="{passage.start}"'
        f' data-voice="{escape(voice)}"{taggable} lang="{escape(passage.language or language)}"'
        f' dir="auto">{words}</div>{_draw_sources(sources)}{_chip(tags)}'
        f'<ul class="cards" aria-label="{escape(_("Tags of passage %d") % passage.ordinal)}">'
        f"{cards}</ul>{_draw_number(passage, href) if numbered else ''}</section>"
    )


def _draw_sources(sources: Sequence[tuple[str, str]]) -> str:
    """Return the line that says what a passage is copied from, or nothing."""
    line = "; ".join(f"{how} “{title}”" for how, title in sources)
    return f'<p class="from">{escape(line)}</p>' if line else ""


def _draw_number(passage: PassageRow, href: str) -> str:
    """Return the passage's number, which leads to what it is copied from."""
    says = _("Passage %d: what it is copied from") % passage.ordinal
    address = f"{href}passages/{passage.id}/copied-from/"
    return (
        f'<a class="number" href="{escape(address)}" aria-label="{escape(says)}"'
        f' title="{escape(says)}">{passage.ordinal}</a>'
    )


def _chip(tags: Iterable[TagRow]) -> str:
    """Return the chip that counts the tags where many lie on the same words, or nothing."""
    edges = sorted(edge for tag in tags for edge in ((tag.start, 1), (tag.end, -1)))
    depth = most = 0
    for _place, change in sorted(edges, key=lambda edge: (edge[0], edge[1])):
        depth += change
        most = max(most, depth)
    if most < CHIP_FROM:
        return ""
    title = _("%d tags lie on the same words; the cards list them all.") % most
    return f'<span class="count-chip" title="{escape(title)}">{most}</span>'


def draw_quote(
    one: Evidence, name: str, *, awaits: bool, in_full: bool, reviewed: Container[int]
) -> SafeString:
    """Return a line of evidence as a list item: the words in context, where they stand, more.

    `name` is its id; `awaits` says that it needs a second look. `in_full` it has its provisions
    and links, and a box to tick where it is in one of the `reviewed` collections.
    """
    row = one.row
    more = _draw_provisions(one) + _draw_links(one) if in_full else ""
    if in_full and one.is_live and row.collection_id in reviewed:
        more += _draw_box(one)
    translation = escape(row.translation)
    return mark_safe(
        f'<li id="{escape(name)}" class="c{one.claim.color}">'
        f'<blockquote class="quote" lang="{escape(one.language)}" dir="auto">'
        f'<span class="context">{escape(one.before)}</span>'
        f'<a href="{_page_of("show_tag", row.id)}"><mark>{escape(row.exact)}</mark></a>'
        f'<span class="context">{escape(one.behind)}</span></blockquote>'
        f"{f'<p class="translation" dir="auto">{translation}</p>' if translation else ''}"
        f'<p class="meta">{" ".join(_circumstances(one, awaits=awaits))}</p>{more}</li>'
    )


def _circumstances(one: Evidence, *, awaits: bool) -> Iterator[str]:
    """Yield when and where the words were said, their document, and what is the matter."""
    row, title = one.row, escape(one.title)
    yield from (f"<span>{escape(part)}</span>" for part in (one.said_on, one.place) if part)
    yield (
        f'<a href="{_page_of("show_document", row.document_id)}"'
        f' lang="{escape(row.document_language)}">{title}</a>'
    )
    if row.document_url:
        yield (
            f'<a href="{escape(row.document_url)}" rel="noreferrer">{escape(_("source"))}'
            f'<span class="visually-hidden"> {title}</span></a>'
        )
    if one.is_lost:
        yield f'<span class="lost">{escape(_("words not found"))}</span>'
    elif not one.is_live:
        why = row.stale_reason or _("needs a second look")
        yield f'<span class="needs-look">{escape(why)}</span>'
    elif awaits:
        why = _("people read it differently, or object to it")
        yield f'<span class="needs-look">{escape(why)}</span>'


def _draw_provisions(one: Evidence) -> str:
    spans = "".join(
        f"<span>{escape(engaged.get_role_display())}: "
        f'<a href="{_page_of("show_provision", engaged.provision.code)}"'
        f' title="{escape(engaged.provision.title)}">{escape(engaged.provision.code)}</a>'
        f" ({escape(engaged.get_basis_display())})</span>"
        for engaged in one.provisions
    )
    return f'<p class="meta">{spans}</p>' if spans else ""


def _draw_links(one: Evidence) -> str:
    lines = "".join(
        f'<li><a href="{_page_of("show_link", link.id)}" title="{escape(link.rationale)}">'
        f'{escape(link.words)}</a> <a href="{_page_of("show_tag", link.other_id)}">'
        f'{escape(link.other_voice)}: <q dir="auto">{escape(link.other_exact)}</q></a></li>'
        for link in one.links
    )
    return f'<ul class="links">{lines}</ul>' if lines else ""


def _draw_box(one: Evidence) -> str:
    return (
        f'<label class="pick"><input type="checkbox" name="tag" value="{one.row.id}"'
        f' form="link-these"> {escape(_("link this"))}'
        f'<span class="visually-hidden"> “{escape(one.quote)}”</span></label>'
    )


def draw_agents(agents: Iterable[tuple[int, str]], between: str) -> SafeString:
    """Return the names of agents, by their ids, in a row, each leading to its page."""
    links = (f'<a href="{_page_of("show_agent", pk)}">{escape(name)}</a>' for pk, name in agents)
    return mark_safe(escape(between).join(links))


def _page_of(name: str, key: int | str) -> str:
    return escape(address(name, key))


def as_drawn(html: str) -> SafeString:
    """Return HTML that our own templates drew before, or a style sheet of ours, as it is."""
    return mark_safe(html)
