"""An edition as a Word file, made of the same frozen content as its page."""

import io
import json
import re
from datetime import datetime
from typing import Any

import docx
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from annotate.briefs.wording import side_title
from annotate.models import Edition

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
# Word refuses a paragraph whose properties are in another order than its schema's.
_BEHIND_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

type Values = dict[str, Any]


def word_file(edition: Edition) -> bytes:
    """Return an edition as a .docx file: A4, numbered pages, each exhibit on one page."""
    content: Values = json.loads(edition.content)
    paper = _paper(content)
    _head(paper, content, edition.sha256)
    for part in content["parts"]:
        _part(paper, part)
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def _paper(content: Values) -> Document:
    paper = docx.Document()
    paper.core_properties.title = _plain(content["title"])
    paper.core_properties.author = paper.core_properties.comments = ""
    paper.styles["Normal"].font.name = "Georgia"
    paper.styles["Normal"].font.size = Pt(10.5)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(24)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")
    return paper


def _field(place: Paragraph, code: str) -> None:
    """Put a field that Word fills in, such as the number of the page."""
    run = place.add_run()._r
    for kind in ("begin", "", "end"):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = code
        run.append(mark)


def _head(paper: Document, content: Values, sha256: str) -> None:
    paper.add_heading(_plain(content["title"]), 0)
    paper.add_paragraph().add_run(_plain(content["question"])).italic = True
    edition, scope = content["edition"], content["scope"]
    _facts(
        paper,
        (
            (_("Edition"), str(edition["number"])),
            (_("As of"), _moment(scope["as_of"])),
            (_("Counted in"), "; ".join(scope["collections"])),
            (_("Exhibits"), str(content["exhibits"])),
            (_("Address"), edition["address"]),
            ("SHA-256", sha256),
        ),
    )


def _moment(written: str) -> str:
    """Return a moment as the edition's page prints it."""
    return date_format(datetime.fromisoformat(written), "j F Y, H:i") + " UTC"


def _part(paper: Document, part: Values) -> None:
    if part.get("gone"):
        said = _("What was here is no longer current, or may no longer be shown.")
        paper.add_paragraph().add_run(said).italic = True
    elif part["kind"] == "heading":
        paper.add_heading(_plain(part["text"]), 1)
    elif part["kind"] == "text":
        for block in re.split(r"\n{2,}", part["text"]):
            paper.add_paragraph(_plain(block))
    elif part["kind"] == "claim":
        _claim(paper, part)
        if part["narrower"]:
            _italic(
                paper,
                _(
                    "Narrower claims are listed separately. "
                    "They are not added to the numbers above."
                ),
            )
        for said in part["narrower"]:
            _claim(paper, said)
    else:
        _quote(paper, part)


def _claim(paper: Document, said: Values) -> None:
    paper.add_heading(_plain(said["text"]), 2)
    paper.add_paragraph(
        _plain(f"{said['claim']} · {said['label']}")
    ).paragraph_format.keep_with_next = True
    if said.get("split"):
        _italic(paper, said["split"])
    for line in said["numbers"]:
        numbers = paper.add_paragraph()
        numbers.add_run(_plain(line)).bold = line == said["numbers"][0]
        numbers.paragraph_format.space_after = Pt(0)
    for side in said["sides"]:
        paper.add_heading(side_title(side["side"]), 3)
        for one in side["exhibits"]:
            _exhibit(paper, one)
    if said["left_out"]:
        _italic(paper, said["left_out"])


def _quote(paper: Document, part: Values) -> None:
    _exhibit(paper, part["exhibit"])
    if part["others"]:
        paper.add_heading(_("On the other side"), 3)
    for one in part["others"]:
        _exhibit(paper, one)
    if part["left_out"]:
        _italic(paper, part["left_out"])


def _exhibit(paper: Document, one: Values) -> None:
    caption = paper.add_paragraph()
    caption.add_run(_("Exhibit %(number)d") % {"number": one["number"]} + ". ").bold = True
    caption.add_run(_plain(one["sentence"]))
    if one.get("again"):
        return
    caption.paragraph_format.keep_with_next = True
    if one["lead_in"]:
        _source_words(paper, one["language"]).add_run(_plain(one["lead_in"])).italic = True
    words = _source_words(paper, one["language"])
    words.add_run(_plain(one["before"]))
    words.add_run(_plain(one["quote"])).bold = True
    words.add_run(_plain(one["after"]))
    if one["translation"]:
        said = f"{one['translation']} ({one['translation_kind']})"
        _indented(paper).add_run(_plain(said)).italic = True
    if one["disputed"]:
        said = _(
            "Readers disagree about what these words say. They are not counted until that is "
            "settled."
        )
        _indented(paper).add_run(said).italic = True
    _facts(paper, facts_of(one))


def facts_of(one: Values) -> tuple[tuple[str, str], ...]:
    """Return what an exhibit says of its words, as names and values; an empty value is unsaid."""
    who = _listed(one["speaker"], one["capacity"])
    return (
        (_("Whose words"), f"{one['who']} ({who})" if who else one["who"]),
        (_("Whose position"), one["position_of"]),
        (_("Said"), _listed(one["said_on"] or _("date not recorded"), one["place"])),
        (_("As quoted in"), _quoted_in(one)),
        (_("Taken from"), one["taken_from"]),
        (_("Document"), _document(one)),
        (_("Address"), one["address"] or _("not recorded")),
        (_("Archived at"), one["archive"] or _("not recorded")),
        (_("Retrieved"), one["retrieved"] or _("not recorded")),
        (_("Place in the text"), f"{_place(one)}: {one['place_address']}"),
        (_("SHA-256 of the original"), one["original_sha256"]),
        (_("SHA-256 of the text"), one["text_sha256"]),
        (_("Tagged by"), one["tagged_by"]),
        (_("Note"), one["note"]),
    )


def _listed(*values: str) -> str:
    return ", ".join(filter(None, values))


def _quoted_in(one: Values) -> str:
    if not one["quoted_by"]:
        return ""
    altered = f" ({_('altered when quoted')})" if one["altered"] else ""
    return _listed(one["quoted_by"], one["title"]) + altered


def _document(one: Values) -> str:
    translated = f" [{one['title_translated']}]" if one["title_translated"] else ""
    published = _("published %(day)s") % {"day": one["published_on"]} if one["published_on"] else ""
    return _listed(
        one["title"] + translated, one["kind"], one["symbol"], one["publisher"], published
    )


def _place(one: Values) -> str:
    place = _("passage %(passage)s, text version %(version)s") % {
        "passage": one["passage"],
        "version": one["text_version"],
    }
    return _listed(place, _("page %(page)s") % {"page": one["page"]} if one["page"] else "")


def _facts(paper: Document, facts: tuple[tuple[str, str], ...]) -> None:
    """Put names and values as one paragraph of lines, which no page cuts."""
    place = _indented(paper)
    place.paragraph_format.keep_together = True
    told = [fact for fact in facts if fact[1]]
    for name, value in told:
        label = place.add_run(f"{name}: ")
        label.bold = True
        line = place.add_run(_plain(value))
        label.font.size = line.font.size = Pt(8.5)
        if (name, value) != told[-1]:
            line.add_break()


def _source_words(paper: Document, language: str) -> Paragraph:
    """Begin a paragraph of a source's words, from the right where its script runs so."""
    place = _indented(paper)
    place.paragraph_format.keep_with_next = True
    place.paragraph_format.keep_together = True
    if language.partition("-")[0].lower() in _RIGHT_TO_LEFT:
        place._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_BEHIND_BIDI)
    return place


def _indented(paper: Document) -> Paragraph:
    place = paper.add_paragraph()
    place.paragraph_format.left_indent = Mm(6)
    return place


def _italic(paper: Document, text: str) -> None:
    paper.add_paragraph().add_run(_plain(text)).italic = True


def _plain(text: str) -> str:
    """Return text without the control characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
