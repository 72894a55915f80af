import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.text.anchors import (
    Span,
    context,
    quote_at,
    segments,
    sentence_around,
    sentence_ends,
    snap_to_words,
    trim,
)

HARD = "naïve 😀 e\u0301 ئۇيغۇر العربية 𠀀字 👩‍👩‍👧"

texts = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(HARD + " .!?。\n”)")),
    max_size=80,
)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, int, list[Span]]:
    text, offset = draw(texts), draw(st.integers(0, 1000))
    edge = st.integers(max(0, offset - 5), offset + len(text) + 5)
    pairs = draw(st.lists(st.tuples(edge, edge).filter(lambda pair: pair[0] != pair[1])))
    return text, offset, [Span(min(p), max(p), number) for number, p in enumerate(pairs)]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_must_hold_something(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="A span needs"):
        Span(start, end, "T1")


@given(marked_texts())
def test_segments_put_together_are_the_text(marked: tuple[str, int, list[Span]]) -> None:
    text, offset, spans = marked

    pieces = list(segments(text, spans, offset=offset))

    assert "".join(piece.text for piece in pieces) == text
    assert all(text[p.start - offset : p.end - offset] == p.text for p in pieces)


@given(marked_texts())
def test_no_segment_is_half_inside_a_span(marked: tuple[str, int, list[Span]]) -> None:
    text, offset, spans = marked

    for piece in segments(text, spans, offset=offset):
        inside = [s for s in spans if s.start <= piece.start and piece.end <= s.end]
        outside = [s for s in spans if s.end <= piece.start or piece.end <= s.start]
        assert len(inside) + len(outside) == len(spans)
        # Sorting is stable, so this says "by start, the longer first, then as given".
        assert list(piece.spans) == sorted(inside, key=lambda s: (s.start, -s.end))


def test_two_equal_spans_are_two() -> None:
    pieces = list(segments("abc", [Span(1, 2, "T"), Span(1, 2, "T")]))

    assert [(piece.text, len(piece.spans)) for piece in pieces] == [("a", 0), ("b", 2), ("c", 0)]


def test_an_empty_text_has_no_segments() -> None:
    assert list(segments("", [Span(0, 4, "T")])) == []


def test_segments_count_code_points_of_the_version() -> None:
    pieces = list(segments("a😀e\u0301b", [Span(101, 102, 1), Span(102, 103, 2)], offset=100))

    assert [(p.text, p.start, p.end, [s.key for s in p.spans]) for p in pieces] == [
        ("a", 100, 101, []),
        ("😀", 101, 102, [1]),
        ("e", 102, 103, [2]),
        ("\u0301b", 103, 105, []),
    ]


@given(places(), st.integers(0, 40))
def test_context_and_quote_are_one_piece_of_the_text(
    place: tuple[str, int, int], size: int
) -> None:
    text, start, end = place

    prefix, suffix = context(text, start, end, size)

    assert len(prefix) == min(size, start)
    assert len(suffix) == min(size, len(text) - end)
    whole = prefix + quote_at(text, start, end) + suffix
    assert text[start - len(prefix) : end + len(suffix)] == whole


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 2), (1, 9), (3, 2)])
def test_a_place_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="has no place"):
        quote_at("four", start, end)
    with pytest.raises(ValueError, match="has no place"):
        context("four", start, end)


@given(places().filter(lambda place: quote_at(*place).strip().strip("\u200b\ufeff") != ""))
def test_trimming_takes_away_white_space_only(place: tuple[str, int, int]) -> None:
    text, start, end = place

    first, last = trim(text, start, end)

    assert start <= first < last <= end
    assert not text[start:first].strip(" \u200b\ufeff").strip()
    assert not text[first].isspace()
    assert not text[last - 1].isspace()


def test_trimming_leaves_a_cut_combining_sequence_alone() -> None:
    assert trim(" e\u0301 ", 2, 4) == (2, 3)


def test_a_blank_place_cannot_be_trimmed() -> None:
    with pytest.raises(ValueError, match="white space"):
        trim("a \u200b\ufeff\u00a0 b", 1, 5)


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("some equal weight here", 7, 12, "equal weight"),
        ("some equal weight here", 4, 11, "equal"),
        ("права человека.", 2, 8, "права человека"),
        ("cafe\u0301 noir", 1, 4, "cafe\u0301"),
        ("尊重人权十分重要", 2, 4, "人权"),
        ("它说𠀀字", 2, 3, "𠀀"),
    ],
)
def test_a_place_grows_to_whole_words(text: str, start: int, end: int, words: str) -> None:
    assert quote_at(text, *snap_to_words(text, start, end)) == words


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Smith of the U.S. Army met J. R. Doe at St. Ives, No. 5, Art. 3.", "He left."],
        ["It ended in the U.S.", "The rest is known."],
        ["They fight “terrorism.”", "Such overreach is wrong!", "(Is it?)", "Yes."],
        ["It supports the SCO's efforts.", "… [W]e think it is a good platform."],
        ["“Stop!” he said, cf. p. 5 and e.g. this.", "He stopped."],
        ["That is settled law.[12]", "Nobody doubts it."],
        ["1. First this.", "2. Then that."],
        ["Версия 3.5 вышла в 2011 г.", "Правительство молчит.", "А. С. Пушкин (ст. 5) не молчит."],
        ["Это «нет».", "Да?", "См. п. 3 ст. 5 и т.д."],
        ["هل هذا صحيح؟", "نعم.", "لا."],
    ],
)
def test_sentences_end_where_a_reader_says_so(sentences: list[str]) -> None:
    text = " ".join(sentences)

    found = [sentence_of(text, text.index(each)) for each in sentences]

    assert found == sentences


def test_a_blank_line_ends_a_sentence() -> None:
    assert sentence_of("A heading without a stop\n\nA line.", 3) == "A heading without a stop"


def test_chinese_sentences_need_no_space() -> None:
    text = "我们反对。这是“好”的！”对吗？𠀀"

    assert [sentence_of(text, place) for place in (0, 6, 13, len(text) - 1)] == [
        "我们反对。",
        "这是“好”的！”",
        "对吗？",
        "𠀀",
    ]


def test_a_selection_across_sentences_gets_both() -> None:
    text = "One. Two here. Three there. Four."

    assert quote_at(text, *sentence_around(text, 9, 20)) == "Two here. Three there."


def sentence_of(text: str, place: int) -> str:
    return quote_at(text, *sentence_around(text, place, place + 1))


@given(places().filter(lambda place: quote_at(*place).strip().strip("\u200b\ufeff") != ""))
def test_the_sentence_holds_the_words(place: tuple[str, int, int]) -> None:
    text, start, end = place
    first, last = trim(text, start, end)

    begin, stop = sentence_around(text, start, end)

    assert begin <= first < last <= stop


@pytest.mark.parametrize("text", [". " * 20_000, "a" + "." * 50_000 + "b", "\n " * 20_000])
def test_dotted_leaders_do_not_take_a_minute(text: str) -> None:
    assert sum(1 for _ in sentence_ends(text)) <= 1
