"""U+0000, which PostgreSQL cannot store, is no fault of the server wherever it is typed."""

import pytest

from tests import make

NUL = "be\0cause of this"


@pytest.fixture
def tag(collection, reviewer):
    return make.tag(make.document(collection=collection), by=reviewer)


@pytest.mark.parametrize("kind", ["heading", "text"])
def test_in_the_words_of_a_brief(collection, reviewer, kind):
    brief = make.brief(collection=collection, by=reviewer)
    sent = {"kind": kind, "text": NUL, "revision": brief.revision}

    answer = make.browser(reviewer).post(f"/briefs/{brief.pk}/items/", sent)

    assert answer.status_code == 303
    assert brief.items.get().text == "because of this"


@pytest.mark.parametrize("what", ["tags", "claims"])
def test_in_a_remark(tag, reviewer, what):
    where = {"tags": tag.pk, "claims": tag.claim.public_id}[what]
    sent = {"kind": "note", "text": NUL}

    answer = make.browser(reviewer).post(f"/{what}/{where}/remarks/", sent)

    assert answer.status_code in (302, 303)


def test_in_a_reason(tag, reviewer):
    sent = {"reason": NUL, "revision": tag.revision}

    answer = make.browser(reviewer).post(f"/tags/{tag.pk}/withdraw/", sent)

    tag.refresh_from_db()
    assert (answer.status_code, tag.status) == (302, "withdrawn")


def test_words_of_which_nothing_can_be_seen_take_no_tag(collection, reviewer):
    document = make.document("Title\n\nA \u200b\u00ad\u200b word.\n", collection=collection)
    passage = make.passage(document, 2)
    start = passage.start + 2
    sent = {
        "passage": passage.pk,
        "start": start,
        "end": start + 3,
        "claim": make.claim().public_id,
        "stance": "asserts",
    }

    answer = make.browser(reviewer).post(f"/documents/{document.pk}/tags/", sent)

    assert answer.status_code == 422
    assert "contain nothing visible" in answer.content.decode()


def test_a_tag_on_nothing_visible_breaks_no_brief(collection, reviewer):
    document = make.document("Title\n\nA \u200b\u00ad\u200b word.\n", collection=collection)
    tag = make.tag(document, "\u200b\u00ad\u200b", by=reviewer)
    brief = make.brief(tag, collection=collection, by=reviewer)

    assert make.browser(reviewer).get(f"/briefs/{brief.pk}/").status_code == 200
