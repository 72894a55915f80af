"""What the Word file of an edition says of an exhibit, as its page does."""

from annotate.briefs.word import facts_of

EXHIBIT = dict.fromkeys(
    [
        *("speaker", "capacity", "position_of", "said_on", "place", "taken_from", "kind", "symbol"),
        *("publisher", "published_on", "address", "archive", "retrieved", "original_sha256"),
        *("text_sha256", "tagged_by", "note", "title_translated", "quoted_by", "page"),
    ],
    "",
) | {
    "who": "United States",
    "title": "白皮书",
    "altered": False,
    "passage": 7,
    "text_version": 1,
    "place_address": "http://127.0.0.1/documents/1/v1/#c3-9",
}


def told(**known):
    return dict(facts_of(EXHIBIT | known))


def test_words_altered_by_who_quotes_them_are_said_to_be():
    assert told(quoted_by="Human Rights in China", altered=True)["As quoted in"] == (
        "Human Rights in China, 白皮书 (altered when quoted)"
    )
    assert (
        told(quoted_by="Human Rights in China")["As quoted in"] == "Human Rights in China, 白皮书"
    )


def test_a_title_is_given_with_its_translation():
    assert told(title_translated="A whitepaper", kind="report")["Document"] == (
        "白皮书 [A whitepaper], report"
    )


def test_the_day_of_publication_is_called_that():
    assert told(published_on="30 March 2011")["Document"] == "白皮书, published 30 March 2011"


def test_the_page_of_the_original_is_given_where_it_is_known():
    at = "http://127.0.0.1/documents/1/v1/#c3-9"

    assert told(page="12")["Place in the text"] == f"passage 7, text version 1, page 12: {at}"
    assert told()["Place in the text"] == f"passage 7, text version 1: {at}"
