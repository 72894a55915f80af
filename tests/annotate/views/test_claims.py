"""The pages of claims, the picker, and what a curator does there."""

import re

import pytest
from django.urls import reverse

from annotate.models import Claim, ClaimStatus, Tag, TagStatus
from annotate.queries.provisions import get_provision
from tests import make


def address(name, public_id="C01"):
    return reverse(name, args=[public_id])


@pytest.fixture
def edited(seeds):
    """Return what a form for C01 sends, changed as asked."""

    def data(**changes):
        claim = seeds.claim("C01")
        return {
            "text": claim.text,
            "label": claim.label,
            "kind": claim.kind,
            "scope_note": claim.scope_note,
            "alt_labels": "",
            "broader": "",
            "color": claim.color,
            "reason": "",
            "revision": claim.revision,
        } | changes

    return data


# The picker.


def test_the_picker_lists_claims_for_a_document(seeds, reviewer):
    answer = make.browser(reviewer, htmx=True).get(
        reverse("find_claims"), {"document": seeds.statement.pk, "q": "equat"}
    )

    assert 'id="found-C01"' in answer.text
    assert 'data-claim="C01" data-kind="position"' in answer.text
    assert 'data-label="equates terrorism, separatism and extremism"' in answer.text
    assert "Use for any text in which somebody holds" in answer.text
    assert 'data-create="equat"' in answer.text


def test_a_label_typed_in_full_is_not_created_again(seeds, reviewer):
    answer = make.browser(reviewer).get(
        reverse("find_claims"),
        {"document": seeds.statement.pk, "q": "Non-refoulement violation"},
    )

    assert "found-C18" in answer.text
    assert "data-create" not in answer.text


def test_what_is_typed_is_shown_as_text(seeds, reviewer):
    answer = make.browser(reviewer).get(
        reverse("find_claims"), {"document": seeds.statement.pk, "q": '<b onclick="x">'}
    )

    assert answer.status_code == 200
    assert "<b onclick" not in answer.text


def test_the_picker_is_closed_for_a_document_one_cannot_read(seeds, reviewer, closed, insider):
    secret = make.document(collection=closed)

    def status(somebody, key):
        return make.browser(somebody).get(reverse("find_claims"), {"document": key}).status_code

    assert status(reviewer, secret.pk) == 404
    assert status(reviewer, "") == 404
    assert status(insider, secret.pk) == 200


# The list.


def test_the_list_shows_claims_with_their_numbers(seeds, reader):
    answer = make.browser(reader).get(reverse("list_claims"), {"q": "equates"})

    assert "Terrorism, separatism and extremism are to be treated as equivalent." in answer.text
    assert "justifies Russia" not in answer.text


def test_new_claims_to_tidy_are_listed(seeds, curator):
    make.claim("fresh claim", status=ClaimStatus.PROPOSED, kind="")

    answer = make.browser(curator).get(reverse("list_claims"), {"status": "proposed"})

    assert "New claims to tidy" in answer.text
    assert "fresh claim" in answer.text
    assert "C01" not in answer.text


def test_a_closed_collections_claims_are_its_members_only(seeds, closed, insider, reader):
    make.claim("zymurgist claim", home=closed)

    assert "zymurgist" not in make.browser(reader).get(reverse("list_claims")).text
    assert closed.name not in make.browser(reader).get(reverse("list_claims")).text
    listed = make.browser(insider).get(reverse("list_claims"), {"collection": closed.slug})
    assert "zymurgist" in listed.text


def test_an_empty_list_says_what_to_do(db, stranger):
    assert "There are no claims yet" in make.browser(stranger).get(reverse("list_claims")).text


@pytest.mark.parametrize("query", ["?after=nonsense", "?sort=x&kind=x&status=x", "?q=%25"])
def test_a_strange_query_string_does_no_harm(seeds, reader, query):
    assert make.browser(reader).get(reverse("list_claims") + query).status_code == 200


def test_the_queries_of_the_list_do_not_grow(seeds, reader, reviewer, closed, count_queries):
    client = make.browser(reader)
    before = count_queries(client, reverse("list_claims"))
    for _number in range(8):
        make.tag(seeds.report, by=reviewer)

    assert count_queries(client, reverse("list_claims")) == before


def test_a_long_list_comes_in_pages(seeds, reader):
    for number in range(25):
        make.claim(f"later {number:02}")
    client = make.browser(reader)

    first = client.get(reverse("list_claims"))
    second = client.get(reverse("list_claims"), {"after": first.context["claims"].next_cursor})

    assert "later 24" not in first.text
    assert "later 24" in second.text


# The page.


def sources_on(answer):
    """Return the words of the part of a page that counts sources, each space once."""
    part = answer.text.partition('id="claim-counts"')[2].partition("</section>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part.partition(">")[2]).split())


def test_the_page_counts_independent_sources(seeds, reader):
    words = sources_on(make.browser(reader).get(address("show_claim", "C08")))

    assert words.startswith("at most 2 say so themselves nobody says it is not so counted in:")
    assert "counted in: SCO study 2 tags in 2 documents" in words
    assert f"United States : {seeds.statement.title}" in words
    assert f"Human Rights in China : {seeds.report.title[:40]}" in words


@pytest.mark.parametrize(("claim", "against"), [("C01", "at most 2 say"), ("C03", "1 says")])
def test_nobody_is_said_to_say_what_others_say_of_them(seeds, reader, claim, against):
    words = sources_on(make.browser(reader).get(address("show_claim", claim)))

    assert "nobody says so themselves 1 said by others to hold it" in words
    assert f"{against} it is not so" in words
    assert "Say so themselves Shanghai" not in words
    assert "Said by others to hold it Shanghai Cooperation Organization :" in words


def test_the_page_says_why_two_count_as_one(seeds, reader):
    words = sources_on(make.browser(reader).get(address("show_claim", "C11")))

    assert words.startswith("1 says so itself")
    assert "United States (with UN General Assembly , said to hold it: counts as one):" in words
    assert "(told by Human Rights in China)" in words
    assert "Counted as one: United States agrees with UN General Assembly." in words


def test_the_page_says_who_passes_words_on(seeds, reader):
    words = sources_on(make.browser(reader).get(address("show_claim", "C12")))

    assert "(as quoted by Human Rights in China)" in words
    assert "Report that others say so Human Rights in China :" in words


def test_numbers_are_exact_once_where_documents_come_from_is_reviewed(db, stranger):
    tag = make.tag(make.document(provenance_reviewed=True))

    words = sources_on(make.browser(stranger).get(address("show_claim", tag.claim.public_id)))

    assert words.startswith("1 says so itself")


def test_a_disputed_tag_is_listed_for_a_second_look_and_not_counted(db, stranger):
    tag = make.tag()
    make.remark(tag, "disagree", "The quote says the opposite.")

    answer = make.browser(stranger).get(address("show_claim", tag.claim.public_id))

    assert "nobody says so themselves" in sources_on(answer)
    assert "1 needs a second look" in sources_on(answer)
    assert f'id="look-{tag.pk}"' in answer.text


def test_a_name_nobody_confirmed_is_shown_beside_the_numbers(db, stranger):
    tag = make.tag(make.document(author=make.agent("USA", status="proposed")))

    words = sources_on(make.browser(stranger).get(address("show_claim", tag.claim.public_id)))

    assert "nobody says so themselves" in words
    assert "Not counted until a curator confirms the name: USA" in words


def test_a_member_and_a_stranger_see_different_numbers(db, closed, insider, stranger):
    claim = make.claim()
    make.tag(claim=claim)
    make.tag(make.document("Zymurgist\n\nIt is so.", collection=closed), claim=claim)
    page = address("show_claim", claim.public_id)

    seen, hidden = (make.browser(somebody).get(page) for somebody in (insider, stranger))

    assert "2 say so themselves" in sources_on(seen)
    assert f"counted in: {closed.name}" in sources_on(seen)
    assert "1 says so itself" in sources_on(hidden)
    assert closed.name not in hidden.text
    assert "Zymurgist" not in hidden.text


def test_the_list_has_a_column_of_sources(seeds, reader):
    answer = make.browser(reader).get(reverse("list_claims"), {"q": "equates"})

    cell = answer.text.partition('class="sources"')[2].partition("</td>")[0]
    words = " ".join(re.sub(r"<[^>]+>", " ", cell.partition(">")[2]).split())
    assert words == "1 is said to · at most 2 say not"


def test_the_page_answers_who_takes_which_side(seeds, reader):
    answer = make.browser(reader).get(address("show_claim"))

    assert answer.status_code == 200
    assert "2 tags in 2 documents" in answer.text
    assert "The United States disagrees with the Shanghai Cooperation Organization" in answer.text
    assert "position that equates terrorism, separatism, and extremism</mark>" in answer.text
    assert reverse("show_provision", args=["SHANGHAI-CONV-2001-1(1)"]) in answer.text
    assert reverse("show_tag", args=[seeds.tag("U09").pk]) in answer.text


def test_the_page_uses_no_words_of_the_code(seeds, reader):
    text = make.browser(reader).get(address("show_claim", "C11")).text.lower()

    body = text[text.index("<main") : text.index("</main>")]
    assert not {"attribution", "held_by", "asserted", "conveyed", "polarity"} & {*body.split()}
    assert "stance" not in body.replace("instance", "")


def test_who_may_link_can_tick_quotes(seeds, reviewer, reader, stranger):
    pages = [
        make.browser(one).get(address("show_claim")).text for one in (reviewer, reader, stranger)
    ]

    tick = f'name="tag" value="{seeds.tag("U09").pk}" form="link-these"'
    assert [tick in text for text in pages] == [True, False, False]
    assert ["Link these" in text for text in pages] == [True, False, False]


def test_second_looks_stand_apart(seeds, reader, reviewer):
    claim = seeds.claim("C30")
    make.tag(seeds.statement, claim=claim, by=reviewer, status="stale", stale_reason="Reworded.")

    answer = make.browser(reader).get(address("show_claim", "C30"))

    assert "1 tag in 1 document" in answer.text
    assert "1 needs a second look" in answer.text
    assert "Reworded." in answer.text


def test_a_merged_claim_leads_to_what_it_became(seeds, reader):
    claim = make.claim(status=ClaimStatus.MERGED, merged_into=seeds.claim("C02"))

    answer = make.browser(reader).get(address("show_claim", claim.public_id))

    assert answer.status_code == 301
    assert answer.headers["Location"] == address("show_claim", "C02")


def test_a_claim_out_of_use_says_so(seeds, reader):
    claim = make.claim(status=ClaimStatus.DEPRECATED)

    answer = make.browser(reader).get(address("show_claim", claim.public_id))

    assert "takes no new tags" in answer.text


def test_a_private_claim_has_no_page_for_others(seeds, closed, insider, reader, curator):
    claim = make.claim(home=closed)
    page = address("show_claim", claim.public_id)

    assert make.browser(insider).get(page).status_code == 200
    assert make.browser(reader).get(page).status_code == 404
    assert make.browser(curator).get(address("edit_claim", claim.public_id)).status_code == 404


def test_hidden_tags_leave_no_trace_on_the_page(seeds, reader, closed, insider):
    author = make.agent("Hidden Voice", home=closed)
    document = make.document(
        "Title\n\nThe zymurgist was arrested.\n", collection=closed, author=author, title="Hush"
    )
    tag = make.tag(document, "zymurgist", claim=seeds.claim("C01"), by=insider)
    make.tag_provision(tag, get_provision("UDHR-12"))
    make.link(seeds.tag("U09"), tag, by=insider)

    seen = make.browser(reader).get(address("show_claim")).text
    known = make.browser(insider).get(address("show_claim")).text

    hidden = ("zymurgist", "Hidden Voice", "Hush", "3 tags", "UDHR-12")
    assert [word for word in hidden if word in seen] == []
    assert [word for word in hidden if word not in known] == []


def test_the_queries_of_the_page_do_not_grow(seeds, reader, reviewer, count_queries):
    client, passage = make.browser(reader), make.passage(seeds.report, 17)

    def tag_words(number):
        tag = make.tag(
            passage,
            start=passage.start + number,
            end=passage.start + number + 5,
            claim=seeds.claim("C08"),
            by=reviewer,
            asserted_by=make.agent(),
        )
        make.tag_provision(tag)
        make.link(tag, seeds.tag("U03"), by=reviewer, rationale=f"Reason number {number}.")

    tag_words(0)
    before = count_queries(client, address("show_claim", "C08"))
    for number in range(1, 7):
        tag_words(number)

    assert count_queries(client, address("show_claim", "C08")) == before


# Editing.


def test_only_curators_edit(seeds, reviewer, stranger, curator):
    statuses = [
        make.browser(one).get(address("edit_claim")).status_code
        for one in (reviewer, stranger, curator)
    ]

    assert statuses == [404, 404, 200]


def test_a_clearer_name_is_saved(seeds, curator, edited):
    answer = make.browser(curator).post(
        address("edit_claim"),
        edited(label="one thing", alt_labels="zh: 三股势力\nru: три силы зла"),
    )

    claim = seeds.claim("C01")
    assert (answer.status_code, answer.headers["Location"]) == (303, address("show_claim"))
    assert claim.label == "one thing"
    assert claim.alt_labels == [
        {"text": "三股势力", "language": "zh"},
        {"text": "три силы зла", "language": "ru"},
    ]
    assert not Tag.objects.filter(status=TagStatus.STALE).exists()


def test_htmx_is_led_to_the_claims_page(seeds, curator, edited):
    answer = make.browser(curator, htmx=True).post(address("edit_claim"), edited(label="other"))

    assert answer.headers["HX-Redirect"] == address("show_claim")


def test_a_new_sentence_asks_whether_the_meaning_changed(seeds, curator, edited):
    answer = make.browser(curator).post(address("edit_claim"), edited(text="They are the same."))

    assert answer.status_code == 422
    assert "Say whether the sentence now means something else." in answer.text
    assert seeds.claim("C01").wording == 1


def test_a_new_meaning_first_shows_what_needs_a_second_look(seeds, curator, edited):
    client = make.browser(curator)
    data = edited(text="They are the same.", meaning="changed")

    shown = client.post(address("edit_claim"), data)

    assert shown.status_code == 422
    assert "2 tags will need a second look" in shown.text
    assert "the United States disagrees with the SCO" in shown.text
    assert 'name="confirmed" value="2"' in shown.text
    assert not Tag.objects.filter(status=TagStatus.STALE).exists()

    saved = client.post(address("edit_claim"), data | {"confirmed": "2"})

    assert saved.status_code == 303
    assert Tag.objects.filter(status=TagStatus.STALE).count() == 2
    assert seeds.claim("C01").text == "They are the same."


def test_what_was_confirmed_must_be_what_is_there(seeds, curator, edited):
    data = edited(text="They are the same.", meaning="changed", confirmed="1")

    answer = make.browser(curator).post(address("edit_claim"), data)

    assert answer.status_code == 422
    assert not Tag.objects.filter(status=TagStatus.STALE).exists()


def test_hidden_tags_are_neither_counted_nor_listed_before_a_new_meaning(
    seeds, curator, edited, closed, insider
):
    document = make.document("Title\n\nThe zymurgist was arrested.\n", collection=closed)
    make.tag(document, "zymurgist", claim=seeds.claim("C01"), by=insider)

    answer = make.browser(curator).post(
        address("edit_claim"), edited(text="They are the same.", meaning="changed")
    )

    assert "2 tags will need a second look" in answer.text
    assert "zymurgist" not in answer.text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": "The US says that it is so.", "meaning": "same"}, "Leave out who says it"),
        ({"label": ""}, "This field is required"),
        ({"kind": ""}, "Choose a kind of claim from the list."),
        ({"alt_labels": "驱回"}, "as a language, a colon and the name"),
        ({"broader": "C999"}, "There is no claim with this id"),
        ({"broader": "C01"}, "There is no claim with this id"),
        ({"color": "13"}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_saved_says_why(seeds, curator, edited, change, sentence):
    answer = make.browser(curator).post(address("edit_claim"), edited(**change))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert seeds.claim("C01").revision == 1


def test_a_claim_cannot_be_narrower_than_its_own_part(seeds, curator, edited):
    part = seeds.claim("C02")
    part.broader = seeds.claim("C01")
    part.save()

    answer = make.browser(curator).post(address("edit_claim"), edited(broader="C02"))

    assert answer.status_code == 422
    assert "That claim is narrower than this one." in answer.text


def test_who_saves_second_sees_both_versions(seeds, curator, edited):
    client = make.browser(curator)
    mine = edited(label="mine", scope_note="My note.")
    client.post(address("edit_claim"), edited(label="theirs"))

    answer = client.post(address("edit_claim"), mine)

    assert answer.status_code == 409
    assert "Current version" in answer.text
    assert "theirs" in answer.text
    assert 'value="mine"' in answer.text
    assert "My note." in answer.text
    assert seeds.claim("C01").label == "theirs"

    revision = seeds.claim("C01").revision
    assert client.post(address("edit_claim"), mine | {"revision": revision}).status_code == 303


# Out of use, back in use, shared.


def test_a_claim_with_live_tags_is_not_taken_out_of_use(seeds, curator):
    answer = make.browser(curator).post(address("deprecate_claim"), {"reason": "Two in one."})

    assert answer.status_code == 422
    assert "Tags still use this claim." in answer.text
    assert "the United States disagrees with the SCO" in answer.text
    assert seeds.claim("C01").status == ClaimStatus.ACTIVE


def test_tags_one_cannot_see_are_not_listed_when_they_keep_a_claim_in_use(
    seeds, curator, closed, insider
):
    claim = make.claim()
    document = make.document("Title\n\nThe zymurgist was arrested.\n", collection=closed)
    make.tag(document, "zymurgist", claim=claim, by=insider)

    answer = make.browser(curator).post(
        address("deprecate_claim", claim.public_id), {"reason": "Unused."}
    )

    assert answer.status_code == 422
    assert "Tags still use this claim." in answer.text
    assert "zymurgist" not in answer.text


def test_a_claim_goes_out_of_use_and_comes_back(seeds, curator):
    claim, client = make.claim(), make.browser(curator)

    gone = client.post(address("deprecate_claim", claim.public_id), {"reason": "Unused."})
    assert gone.status_code == 303
    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.DEPRECATED

    client.post(address("reactivate_claim", claim.public_id))
    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.ACTIVE


def test_an_act_based_on_an_older_version_changes_nothing(seeds, curator):
    claim = make.claim()

    answer = make.browser(curator).post(
        address("deprecate_claim", claim.public_id), {"reason": "Unused.", "revision": "7"}
    )

    assert answer.status_code == 409
    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.ACTIVE


def test_a_collections_curator_shares_its_claim(closed, curator_elsewhere, stranger):
    claim = make.claim(home=closed)

    answer = make.browser(curator_elsewhere).post(address("share_claim", claim.public_id))

    assert answer.status_code == 303
    assert make.browser(stranger).get(address("show_claim", claim.public_id)).status_code == 200


@pytest.mark.parametrize("name", ["deprecate_claim", "reactivate_claim", "share_claim"])
def test_acts_on_claims_are_for_curators_and_by_post(seeds, reviewer, curator, name):
    assert make.browser(reviewer).post(address(name), {"reason": "x"}).status_code == 404
    assert make.browser(curator).get(address(name)).status_code == 405


@pytest.mark.parametrize("name", ["list_claims", "find_claims"])
def test_lists_of_claims_take_no_posts(seeds, reader, name):
    assert make.browser(reader).post(reverse(name)).status_code == 405


def test_the_page_of_a_claim_takes_no_posts(seeds, reader):
    assert make.browser(reader).post(address("show_claim")).status_code == 405
