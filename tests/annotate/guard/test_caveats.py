"""annotate/guard/caveats.py and where it is shown: the tag form and the brief."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotate.briefs.content import content_of
from annotate.briefs.words_left_out import caveat_of, caveats_of
from annotate.guard import find_caveat
from annotate.guard.caveats import NEAR
from annotate.models import Tag
from tests import make


def caveat_beside(text: str, language: str):
    """Return the caveat outside the words between [ and ], and their place."""
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    return find_caveat(bare, start, end, language=language)


FOUND = [
    ("[They return people], however, only in one case.", "en", "however"),
    ("However, [they return people].", "en", "However"),
    ("Although it is denied, [they return people].", "en", "Although"),
    ("[They return people]. However, nobody saw it.", "en", "However"),
    ("[They return people]. Despite this, nobody left.", "en", "Despite this"),
    ("[Torture is used] only in wartime.", "en", "only in"),
    ("Несмотря на это, [пытки не применяются].", "ru", "Несмотря на это"),
    ("[Пытки применяются] только в армии.", "ru", "только в"),
    ("[使用酷刑]仅在战时。", "zh", "仅在"),
    ("[يستخدم التعذيب] في الحرب فقط.", "ar", "فقط"),
    ("[They return people]. But nobody saw it.", "en", "But"),
    ("[They return people] — “but only”, it says, “once”.", "en", "but"),
    ("They have largely [returned people].", "en", "largely"),
    ("[They return people], in part because of a treaty.", "en", "in part"),
    ("[They return people] with the exception of minors.", "en", "with the exception of"),
    ("[They return people], subject to an agreement.", "en", "subject to"),
    ("Reportedly, 😀 [they return people].", "en", "Reportedly"),
    ("[They return people], yet deny it.", "en", "yet"),
    ("[Они выдают людей], однако не всегда.", "ru", "однако"),
    ("[Они выдают людей], но редко.", "ru", "но"),
    ("[Они выдают людей]. Тем не менее они отрицают это.", "ru", "Тем не менее"),
    ("Они в основном [выдают людей].", "ru", "в основном"),
    ("[Они выдают людей] за исключением детей.", "ru", "за исключением"),
    ("Они якобы [выдают людей].", "ru", "якобы"),
    ("[他们遣返人员]，但是只有一次。", "zh", "但是"),
    ("[他们遣返人员]。然而，没有人看到。", "zh", "然而"),
    ("虽然否认，[他们遣返人员]。", "zh", "虽然"),
    ("雖然否認，[他們遣返人員]。", "zh", "雖然"),
    ("他们基本上[遣返人员]。", "zh", "基本上"),
    ("據稱[他們遣返人員]。", "zh", "據稱"),
    ("除未成年人以外，[他们遣返人员]。", "zh", "除未成年人以外"),
    ("[يعيدون الناس]، لكن مرة واحدة فقط.", "ar", "لكن"),
    ("[يعيدون الناس]. غير أن أحدا لم ير ذلك.", "ar", "غير أن"),
    ("رغم الإنكار، [يعيدون الناس].", "ar", "رغم"),
    ("[يعيدون الناس] باستثناء الأطفال.", "ar", "باستثناء"),
    ("[يعيدون الناس] إلى حد كبير.", "ar", "إلى حد كبير"),
]


@pytest.mark.parametrize(("text", "language", "words"), FOUND)
def test_a_caveat_just_outside_is_found(text, language, words):
    caveat = caveat_beside(text, language)
    bare = text.replace("[", "").replace("]", "")

    assert caveat is not None
    assert caveat.words == words == bare[caveat.start : caveat.end]
    widened = bare[caveat.widened_start : caveat.widened_end]
    assert words in widened
    assert text[text.index("[") + 1 : text.index("]")] in widened


@pytest.mark.parametrize(("text", "language", "words"), FOUND)
def test_a_text_is_read_in_its_own_script_whatever_its_document_says(text, language, words):
    caveat = caveat_beside(text, "en" if language != "en" else "ru")

    assert caveat is not None
    assert caveat.words == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[They return people, however, only in one case].", "en"),
        ("[They return people]. Nobody saw it, however.", "en"),
        ("[They return people]. Generally nobody saw it.", "en"),
        ("But nobody saw it. [They return people].", "en"),
        ("They have gone largely unasked, [they return people].", "en"),
        ("[They return people], notwithstanding what they say.", "en"),
        ("[They return people] not only once but also twice.", "en"),
        ("[They return people] as though it were nothing.", "en"),
        ("[They return people] who are subject to torture.", "en"),
        ("[They return people] in parts of the country, in particular there.", "en"),
        ("[They] have not yet returned people.", "en"),
        ("[They return butter] and buttons to the exceptional.", "en"),
        ("[Они выдают] не только мужчин, но и женщин.", "ru"),
        ("[Они выдают людей] ночью, кроме того тайно.", "ru"),
        ("[Они выдают людей] новых.", "ru"),
        ("[他们]不但遣返人员。", "zh"),
        ("[他们]只不过遣返人员。", "zh"),
        ("[يعيدون الناس] لكنهة.", "ar"),
    ],
)
def test_what_is_none_is_not_pointed_out(text, language):
    assert caveat_beside(text, language) is None


def test_what_stands_far_off_in_a_long_sentence_is_not_pointed_out():
    padding = "and so on " * (NEAR // 10 + 1)

    assert caveat_beside(f"[They return people] {padding}, however.", "en") is None


def test_the_nearest_of_two_is_pointed_out():
    caveat = caveat_beside("Although it is denied, they mostly [return people].", "en")

    assert caveat is not None
    assert caveat.words == "mostly"


def test_invisible_letters_move_no_place():
    text = "They return\u00ad people, how\u00adever, once."

    caveat = find_caveat(text, 0, 19, language="en")

    assert caveat is not None
    assert text[caveat.start : caveat.end] == "how\u00adever"
    assert text[caveat.widened_start : caveat.widened_end] == text[:-1]


def test_a_blank_selection_is_no_selection():
    with pytest.raises(ValueError, match="white space"):
        find_caveat("a  b", 1, 3, language="en")


PIECES = st.sampled_from(
    [
        "however",
        "But",
        "yet",
        "largely",
        "однако",
        "но",
        "якобы",
        "然而",
        "但是",
        "除了",
        "لكن",
        "رغم",
        "people",
        "люди",
        "人员",
        "الناس",
        "😀",
        "é",
        "\xad",
        "\u200b",
        ",",
        ".",
        "。",
        " ",
        " ",
        " ",
        "\n",
        "“",
        "”",
        "𠀋",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=30).map("".join), st.data())
def test_a_caveat_is_outside_the_words_and_inside_the_passage(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip(" \n\u00ad\u200b"))

    caveat = find_caveat(text, start, end, language="en")

    if caveat is None:
        return
    assert 0 <= caveat.start < caveat.end <= len(text)
    assert text[caveat.start : caveat.end] == caveat.words
    assert caveat.before == (caveat.start < start)
    inside = {*range(start, end)} & {*range(caveat.start, caveat.end)}
    assert not {text[place] for place in inside} - set("\u00ad\u200b \n")
    assert 0 <= caveat.widened_start <= caveat.start
    assert caveat.end <= caveat.widened_end <= len(text)


# The tag form.

TEXT = "Statement\n\nThe State returns people to torture, although only in one case.\n"
WORDS = "The State returns people to torture"
WIDENED = "The State returns people to torture, although only in one case"


@pytest.fixture
def document(collection):
    return make.document(TEXT, collection=collection)


def saying(document, exact=WORDS, **fields):
    passage = make.passage(document)
    start = passage.start + passage.text.index(exact)
    return {
        "passage": passage.pk,
        "start": start,
        "end": start + len(exact),
        "exact": exact,
        "whose": "own",
        "agree": "yes",
    } | fields


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.mark.parametrize("htmx", [True, False])
def test_the_first_save_beside_a_caveat_stores_nothing_and_shows_it(
    document, claim, reviewer, htmx
):
    answer = make.browser(reviewer, htmx=htmx).post(
        f"/documents/{document.pk}/tags/", saying(document, claim=claim.public_id)
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert not Tag.objects.exists()
    assert "Just after your words:" in page
    assert '<strong class="cue">although</strong> only in one case' in page
    assert 'name="guard" value="seen"' in page
    assert 'value="own" checked' in page


def test_the_second_save_stores_the_words_as_they_were(document, claim, reviewer):
    make.browser(reviewer).post(
        f"/documents/{document.pk}/tags/",
        saying(document, claim=claim.public_id, guard="seen"),
    )

    assert Tag.objects.get().exact == WORDS


def test_the_quote_is_widened_to_the_caveat(document, claim, reviewer):
    client, address = make.browser(reviewer), f"/documents/{document.pk}/tags/"
    shown = client.post(address, saying(document, claim=claim.public_id))
    data = shown.context["form"].data

    client.post(
        address,
        saying(
            document,
            claim=claim.public_id,
            guard="seen",
            take_caveat="1",
            caveat_start=data["caveat_start"],
            caveat_end=data["caveat_end"],
        ),
    )

    assert Tag.objects.get().exact == WIDENED


def test_a_cue_and_a_caveat_ask_once(collection, claim, reviewer):
    text = TEXT.replace("The State", "The court rejects the claim that the State")
    document = make.document(text, collection=collection)
    client, address = make.browser(reviewer), f"/documents/{document.pk}/tags/"
    words = saying(document, WORDS.replace("The", "the"), claim=claim.public_id)

    page = client.post(address, words).content.decode()
    assert "rejects" in page
    assert "although" in page

    again = {"guard": "seen", "whose": "other", "agree": "no", "new_held_by": "Somebody"}
    client.post(address, words | again)
    assert Tag.objects.get().stance == "rejects"


def test_what_was_seen_once_is_not_pointed_out_again(document, claim, reviewer):
    client, address = make.browser(reviewer), f"/documents/{document.pk}/tags/"
    client.post(address, saying(document, claim=claim.public_id, guard="seen"))

    client.post(address, saying(document, claim=make.claim().public_id))

    assert Tag.objects.count() == 2


def test_a_colleague_is_shown_it_too(document, claim, reviewer, curator):
    first = saying(document, claim=claim.public_id, guard="seen")
    make.browser(reviewer).post(f"/documents/{document.pk}/tags/", first)

    answer = make.browser(curator).post(
        f"/documents/{document.pk}/tags/", saying(document, claim=claim.public_id)
    )

    assert answer.status_code == 422


def test_a_script_that_says_its_stance_is_not_asked(document, claim, reviewer):
    make.browser(reviewer).post(
        f"/documents/{document.pk}/tags/",
        saying(document, claim=claim.public_id, stance="asserts"),
    )

    assert Tag.objects.get().exact == WORDS


def test_an_edit_is_asked_only_where_its_words_change(document, claim, reviewer):
    tag = make.tag(document, "The State returns people", claim=claim, by=reviewer)
    client, address = make.browser(reviewer), f"/tags/{tag.pk}/edit/"
    kept = saying(document, claim=claim.public_id, revision=tag.revision, end=tag.end, exact="")

    noted = client.post(address, kept | {"note": "Another note."})
    moved = client.post(address, kept | {"revision": 2, "end": tag.start + len(WORDS)})

    assert noted.status_code == 302
    assert moved.status_code == 422
    assert "although" in moved.content.decode()


# The brief.


def test_a_brief_shows_its_writer_the_caveat_and_prints_none(
    collection, document, claim, reviewer, reader
):
    tag = make.tag(document, WORDS, claim=claim, by=reviewer)
    brief = make.brief(tag, collection=collection, by=reviewer)

    writer = make.browser(reviewer).get(f"/briefs/{brief.pk}/").content.decode()
    other = make.browser(reader).get(f"/briefs/{brief.pk}/").content.decode()
    frozen = make.browser(reviewer).post(
        f"/briefs/{brief.pk}/editions/", {"revision": brief.revision}, follow=True
    )

    assert "Just outside the quote is “<strong>although</strong>”" in writer
    assert "Just outside the quote" not in other
    assert frozen.status_code == 200
    assert "Exhibit 1" in frozen.content.decode()
    assert "Just outside the quote" not in frozen.content.decode()


def test_the_quotes_of_a_claim_show_theirs(collection, document, claim, reviewer):
    make.tag(document, WORDS, claim=claim, by=reviewer)
    brief = make.brief(claim, collection=collection, by=reviewer)

    _content, book = content_of(brief, reader=reviewer)

    assert {number: found.words for number, found in caveats_of(book).items()} == {1: "although"}


def test_a_quote_that_is_whole_shows_none(collection, document, claim, reviewer):
    tag = make.tag(document, WIDENED, claim=claim, by=reviewer)
    brief = make.brief(tag, collection=collection, by=reviewer)

    assert caveat_of(tag) is None
    page = make.browser(reviewer).get(f"/briefs/{brief.pk}/").content.decode()
    assert "Just outside the quote" not in page


def test_caveats_cost_a_brief_no_query(collection, document, claim, reviewer, count_queries):
    client = make.browser(reviewer)
    brief = make.brief(claim, collection=collection, by=reviewer)
    make.tag(document, WIDENED, claim=claim, by=reviewer)
    client.get(f"/briefs/{brief.pk}/")
    before = count_queries(client, f"/briefs/{brief.pk}/")
    make.tag(document, WORDS, claim=claim, by=reviewer)

    assert count_queries(client, f"/briefs/{brief.pk}/") == before
