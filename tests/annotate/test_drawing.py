"""What drawing may put on a page."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from annotate.drawing import Voice, draw_cards, draw_passage, draw_words
from annotate.queries.documents import PassageRow, TagRow

HOSTILE = st.text(
    alphabet=st.sampled_from("<>&\"'=/ aé😀\u0301\u202eم𠀀\n"), min_size=1, max_size=40
)
NICE = TagRow(
    id=1,
    passage_id=1,
    start=0,
    end=1,
    stance="asserts",
    status="submitted",
    anchor_state="ok",
    speech="own",
    claim_id=1,
    public_id="C01",
    label="label",
    claim_text="A does b.",
    color=3,
    voice_id=1,
    voice_name="State",
    voice_kind="state",
    holder_id=None,
    holder_name=None,
    holder_kind=None,
    made_by=1,
    objected=False,
)
PASSAGE = PassageRow(
    id=1,
    ordinal=1,
    kind="paragraph",
    start=0,
    end=1,
    text="x",
    marker="",
    language="en",
    altered=False,
    flag="",
    page="",
    speaker_capacity="",
    uttered_on=None,
    place="",
    voice_id=None,
    voice_name=None,
    voice_kind=None,
    speaker_name=None,
)


class Reading(HTMLParser):
    """What a browser sees: the tags, and the text inside `.words`."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.words, self.attributes = [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]

    def handle_data(self, data):
        self.words += data


@st.composite
def tagged_texts(draw):
    text = draw(HOSTILE)
    rows = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        rows.append(NICE._replace(id=number + 1, start=100 + start, end=100 + end))
    return text, rows


@given(tagged_texts())
def test_the_drawn_words_are_the_passages_own_text_and_marks_alone(tagged):
    text, rows = tagged

    read = Reading(draw_words(text, 100, rows, selected=1))

    assert read.words == text
    assert set(read.tags) <= {"mark"}


@given(tagged_texts())
def test_the_marks_of_a_tag_cover_exactly_its_words(tagged):
    text, rows = tagged

    class Marked(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.inside, self.by_tag = [], {}

        def handle_starttag(self, _tag, attrs):
            self.inside = dict(attrs)["data-tags"].split()

        def handle_endtag(self, _tag):
            self.inside = []

        def handle_data(self, data):
            self.by_tag |= {key: self.by_tag.get(key, "") + data for key in self.inside}

    reading = Marked()
    reading.feed(draw_words(text, 100, rows, selected=None))

    assert reading.by_tag == {str(row.id): text[row.start - 100 : row.end - 100] for row in rows}


@given(value=HOSTILE, stance=st.sampled_from(["asserts", "rejects", "attributes", "questions"]))
def test_no_value_of_a_card_becomes_markup(value, stance):
    row = NICE._replace(stance=stance, label=value, voice_name=value, holder_name=value)

    read = Reading(draw_cards([row], href="/documents/1/", selected=None, selected_card=""))

    assert value in read.words
    assert set(read.tags) == {"li", "a", "span"}
    assert not [name for name in read.attributes if name.startswith("on") or name == "style"]


@given(HOSTILE)
def test_no_value_of_a_passage_becomes_markup(value):
    passage = PASSAGE._replace(
        text=value,
        end=len(value),
        kind="block_quote",
        marker=value[:3],
        place=value,
        voice_id=2,
        voice_name=value,
        speaker_name=value,
        altered=True,
        language=value,
    )

    read = Reading(
        draw_passage(
            passage, [], author=Voice(1, value, "ngo"), language="en", href="/documents/1/"
        )
    )

    assert set(read.tags) == {"section", "p", "span", "div", "ul"}


def test_a_block_quote_says_who_speaks_and_who_quotes():
    passage = PASSAGE._replace(
        kind="block_quote",
        voice_id=2,
        voice_name="UN Secretary-General",
        voice_kind="office",
        speaker_name="Ban Ki-moon",
        place="Tashkent, Uzbekistan",
    )

    html = draw_passage(
        passage, [], author=Voice(1, "Human Rights in China", "ngo"), language="en", href="/d/"
    )

    said = (
        "UN Secretary-General · Ban Ki-moon · Tashkent, Uzbekistan "
        "— as quoted by Human Rights in China"
    )
    assert said in Reading(html).words


def test_boilerplate_is_not_offered_for_tagging():
    html = draw_passage(
        PASSAGE._replace(kind="boilerplate"),
        [],
        author=Voice(1, "A", "ngo"),
        language="en",
        href="/d/",
    )

    assert "data-taggable" not in html
