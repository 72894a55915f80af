"""The one door text comes in by."""

import hashlib
import unicodedata
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.actions import system_person
from corpus.ingest.decoding import decode
from corpus.ingest.passages import cut
from corpus.ingest.store import import_text
from corpus.models import Collection, Document, Passage, Person, TextVersion
from corpus.refusals import refusals
from corpus.rules import WHITE_SPACE
from tests import make

# Decoding.


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("naïve 😀 e\u0301".encode(), "naïve 😀 e\u0301"),
        (b"\xef\xbb\xbfwith a mark", "with a mark"),
        (b"a\r\nb\rc\nd\r\n\r\ne", "a\nb\nc\nd\n\ne"),
        ("𠀋𡈽 حقوق".encode(), "𠀋𡈽 حقوق"),
        (b"tab\tand\xc2\xa0hard space", "tab\tand\u00a0hard space"),
    ],
)
def test_utf8_is_decoded_and_line_ends_become_one(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "Привет\nмир"),
        ("windows-1251", "терроризм"),
        ("gb18030", "恐怖主义"),
        ("latin-1", "naïve"),
    ],
)
def test_another_encoding_is_decoded_when_it_is_named(encoding, text):
    assert decode(text.encode(encoding), encoding) == text


@pytest.mark.parametrize("data", ["терроризм".encode("windows-1251"), "恐怖".encode("gb18030")])
def test_another_encoding_is_never_guessed(data):
    with pytest.raises(ValidationError, match="is not UTF-8: byte 0 does not fit") as caught:
        decode(data)

    assert caught.value.code == "encoding"


def test_the_wrong_encoding_is_refused_with_the_place():
    with pytest.raises(ValidationError, match="not ascii: byte 3 does not fit"):
        decode("caf\u00e9".encode(), "ascii")


@pytest.mark.parametrize(
    "encoding", ["klingon", "rot13", "base64", "utf-8\0", "idna2", "undefined"]
)
def test_an_encoding_must_be_one(encoding):
    with pytest.raises(ValidationError) as caught:
        decode(b"words", encoding)

    assert caught.value.code == "unknown_encoding"


def test_a_nul_is_refused_with_its_place_in_code_points():
    with pytest.raises(ValidationError, match=r"U\+0000 at position 7 \(line 2\)"):
        decode("😀 one\r\nt\0wo".encode())


@pytest.mark.parametrize(
    ("data", "encoding", "name", "position"),
    [(b"Title +2AA-", "utf-7", "D800", 6), (b"one\\udc00", "unicode_escape", "DC00", 3)],
)
def test_half_a_character_is_refused_with_its_place(data, encoding, name, position):
    with pytest.raises(ValidationError, match=rf"U\+{name} at position {position} \(line 1\)"):
        decode(data, encoding)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u200b\n\ufeff\u2060\u00ad".encode()]
)
def test_a_file_without_words_is_refused(data):
    with pytest.raises(ValidationError) as caught:
        cut_of(data)

    assert caught.value.code == "empty"


def cut_of(data):
    return import_text(data, collection=Collection(), by=Person())


@given(st.text(st.characters(exclude_characters="\0\r\ufeff", exclude_categories=["Cs"])))
def test_what_is_decoded_is_what_was_written(text):
    seen = any(unicodedata.category(one)[0] not in "CZ" for one in text)
    seen = seen or any(unicodedata.category(one) in {"Co", "Cn"} for one in text)
    wanted = text if seen else None

    try:
        found = decode(text.encode())
    except ValidationError:
        found = None

    assert found == wanted


# Cutting.


def test_every_line_with_words_is_a_passage():
    text = "Title\n\n  An indented line.  \n\t\nLast line"

    assert [(p.text, p.start, p.end) for p in cut(text)] == [
        ("Title", 0, 5),
        ("An indented line.", 9, 26),
        ("Last line", 31, 40),
    ]


@pytest.mark.parametrize(
    "blank", ["", " ", "\t", "\u00a0", "\u3000", "\u200b", "\ufeff", " \u200b "]
)
def test_a_line_without_words_is_none(blank):
    assert [piece.text for piece in cut(f"One line.\n{blank}\nAnother line.")] == [
        "One line.",
        "Another line.",
    ]


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("• first", "•", "first"),
        ("– second", "–", "second"),
        ("  - third", "-", "third"),
        ("1. fourth", "1.", "fourth"),
        ("(a) fifth", "(a)", "fifth"),
        ("iv) sixth", "iv)", "sixth"),
        ("12) seventh", "12)", "seventh"),
        ("•\u2003eighth", "•", "eighth"),
        ("•ninth", "•", "ninth"),
        ("➢ tenth", "➢", "tenth"),
        ("→ eleventh", "→", "eleventh"),
        ("\uf0b7 twelfth", "\uf0b7", "twelfth"),
        ("− thirteenth", "−", "thirteenth"),
        ("(A) fourteenth", "(A)", "fourteenth"),
        ("B) fifteenth", "B)", "fifteenth"),
        ("2.1 The author fled.", "2.1", "The author fled."),
        ("2.1. the author", "2.1.", "the author"),
        ("一、总则", "一、", "总则"),
        ("（十二）附则", "（十二）", "附则"),
        ("（1）附则", "（1）", "附则"),
        ("(3)附则", "(3)", "附则"),
        ("3、附则", "3、", "附则"),
        ("③ 附则", "③", "附则"),
        ("(أ) مادة", "(أ)", "مادة"),
    ],
)
def test_a_bullet_or_number_marks_a_list_item(line, marker, text):
    _title, item = cut(f"Title\n{line}")

    assert (item.kind, item.marker, item.text) == ("list_item", marker, text)
    assert f"Title\n{line}"[item.start : item.end] == text


def test_a_list_of_any_bullets_is_stored(collection, curator):
    bullets = [*"•➢→①✓\uf0b7", "(A)", "2.1", "（十二）", "3、", "(أ)"]
    text = "\n".join(["Title", *(f"{bullet} Words of it." for bullet in bullets)])

    document = import_text(text.encode(), collection=collection, by=curator)

    stored = Passage.objects.filter(text_version__document=document).order_by("ordinal")[1:]
    assert [passage.marker for passage in stored] == bullets


@pytest.mark.parametrize(
    "line",
    [
        "-dash without space",
        "+998 71 123 45 67",
        "*note",
        "1.5 percent more.",
        "A. Smith said so.",
        "IV. Conclusions",
        "(2)without space",
        "二人被捕。",
        "2023 was worse.",
    ],
)
def test_what_only_looks_like_a_marker_is_text(line):
    _title, piece = cut(f"Title\n{line}")

    assert piece.text == line


@pytest.mark.parametrize("line", ["•", "1.", "–  "])
def test_a_marker_alone_is_a_line(line):
    assert [piece.text for piece in cut(f"Title\n{line}\nwords")][1] == line.strip()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("All rights reserved.", "boilerplate"),
        ("Share this", "boilerplate"),
        ("September 1, 2023", "dateline"),
        ("2023-09-01", "dateline"),
        ("By a Staff Writer", "byline"),
        ("The State says so.", "paragraph"),
    ],
)
def test_a_kind_is_proposed(line, kind):
    assert cut(f"Title\n{line}")[1].kind == kind


LINES = st.lists(
    st.text(
        st.sampled_from("aЯ恐😀𠀋e\u0301.:;() 1iv•–-\t\u00a0\u200b\ufeff\u3000\x1c\x85\u2028"),
        max_size=14,
    ),
    max_size=12,
)


@given(LINES.map("\n".join))
def test_nothing_but_white_space_and_markers_falls_between_passages(text):
    behind = 0
    for piece in cut(text):
        gap = text[behind : piece.start]
        assert gap.strip(WHITE_SPACE) == piece.marker
        assert text[piece.start : piece.end] == piece.text
        assert piece.text.strip(WHITE_SPACE)
        behind = piece.end
    assert not text[behind:].strip(WHITE_SPACE)


# Storing.


@given(LINES.map("\n".join).filter(cut))
@settings(max_examples=60)
def test_any_text_is_stored_whole(db, text):
    document = import_text(text.encode(), collection=make.collection(), by=system_person())

    stored = Passage.objects.filter(text_version__document=document).order_by("start")
    assert [passage.text for passage in stored] == [piece.text for piece in cut(text)]


@given(LINES.map("\n".join).filter(cut), st.data())
@settings(max_examples=60)
def test_no_word_of_any_text_can_be_left_out(db, text, data):
    document = import_text(text.encode(), collection=make.collection(), by=system_person())
    passages = Passage.objects.filter(text_version__document=document).order_by("start")
    passage = data.draw(st.sampled_from([*passages]))
    passage.start, passage.text = passage.start + 1, passage.text[1:]

    with pytest.raises(ValidationError), refusals(deferred=True):
        passage.save()


def test_a_file_becomes_a_document_being_prepared(collection, curator):
    data = "\ufeffThe title\r\n\r\nIt says:\r\n• one\r\n• two\r\n".encode()

    document = import_text(data, collection=collection, by=curator, filename="a.txt", language="en")

    assert (document.title, document.status, document.language) == ("The title", "intake", "en")
    assert document.original_sha256 == hashlib.sha256(data).hexdigest()
    with document.original_file.open() as original:
        assert original.read() == data
    version = TextVersion.objects.get(document=document)
    assert version.text == "The title\n\nIt says:\n• one\n• two\n"
    assert (version.number, version.is_current, version.created_by) == (1, True, curator)


def test_a_list_item_hangs_on_the_line_before_its_list(collection):
    document = make.document("Title\nIt says:\n• one\n• two\nDone.\n", collection=collection)

    says, one, two, done = (make.passage(document, number) for number in (2, 3, 4, 5))
    assert (one.lead_in, two.lead_in, done.lead_in) == (says, says, None)


def test_the_same_bytes_come_in_once(collection, curator):
    data = b"The title\n\nThe words.\n"
    first = import_text(data, collection=collection, by=curator)

    with pytest.raises(ValidationError, match="already in the collection, as “The title”"):
        import_text(data, collection=collection, by=curator, title="Another title")

    assert list(Document.objects.all()) == [first]


def test_the_original_of_a_document_that_is_refused_is_not_kept(collection, closed, curator):
    data = b"A title that no other document has\n"
    theirs = make.agent(home=closed)

    with pytest.raises(ValidationError):
        import_text(data, collection=collection, by=curator, author=theirs)

    originals = Path(site.MEDIA_ROOT).rglob(f"{hashlib.sha256(data).hexdigest()}*")
    assert [*originals] == []


def test_the_same_bytes_come_into_another_collection(collection, closed, curator):
    data = b"The title\n\nThe words.\n"

    import_text(data, collection=collection, by=curator)
    import_text(data, collection=closed, by=curator)

    assert Document.objects.count() == 2


def test_another_collections_document_is_not_named(collection, closed, curator):
    data = b"Secret title\n\nThe words.\n"
    import_text(data, collection=closed, by=curator)

    assert import_text(data, collection=collection, by=curator).collection == collection


def test_a_refused_file_leaves_nothing(collection, curator):
    with pytest.raises(ValidationError):
        import_text(b"caf\xe9", collection=collection, by=curator)

    assert not Document.objects.exists()
    assert not Passage.objects.exists()


@pytest.mark.parametrize("title", ["", "t" * 600])
def test_a_title_fits(collection, curator, title):
    document = import_text(
        ("w" * 700 + "\nwords\n").encode(), collection=collection, by=curator, title=title
    )

    assert len(document.title) == 500


def test_a_thousand_lines_are_stored_with_a_handful_of_queries(
    collection, curator, django_assert_max_num_queries
):
    data = "\n".join(f"Line number {number} says something." for number in range(1000)).encode()

    with django_assert_max_num_queries(14):
        import_text(data, collection=collection, by=curator)

    assert Passage.objects.count() == 1000


@pytest.mark.parametrize("name", [make.Seeds.STATEMENT, make.Seeds.REPORT])
def test_the_seeds_are_cut_as_the_reference_says(db, name):
    data = Path(site.SEEDS_DIR, name).read_bytes()

    document = import_text(data, collection=make.collection(), by=system_person())

    wanted = make.Seeds().reference["passages"][name]
    assert len(wanted) == {make.Seeds.STATEMENT: 10, make.Seeds.REPORT: 25}[name]
    stored = Passage.objects.filter(text_version__document=document).order_by("ordinal")
    assert [(p.ordinal, p.start, p.end, p.text, p.marker or None) for p in stored] == [
        (row["ordinal"], row["start"], row["end"], row["text"], row["marker"]) for row in wanted
    ]
