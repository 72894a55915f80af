"""What a curator does to documents and passages, and what follows for tags and links."""

import datetime
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from annotate.actions.curation import (
    back_to_intake,
    change_document,
    change_each_passage,
    change_passage,
    change_passages,
    mark_boilerplate,
    put_back,
    withdraw_document,
)
from annotate.actions.tags import tag_words
from corpus.models import Document, Passage
from corpus.revisions import StaleRevision
from tests import make
from tests.acts import last_act


@pytest.fixture
def author(db):
    """Return the author of the document."""
    return make.agent("United States")


@pytest.fixture
def quoted(db):
    """Return somebody whose words stand in the document."""
    return make.agent("Secretary-General", kind="office")


@pytest.fixture
def document(collection, author):
    """Return a document ready to be tagged."""
    return make.document(collection=collection, author=author)


@pytest.fixture
def passage(document):
    """Return its first paragraph."""
    return make.passage(document)


# A new voice.


def test_own_words_follow_a_new_voice_and_need_a_second_look(passage, quoted, curator, reviewer):
    tag = make.tag(passage, by=reviewer)

    followed = change_passage(passage, by=curator, voice=quoted)

    tag.refresh_from_db()
    assert followed == 1
    assert tag.asserted_by == quoted
    assert (tag.status, tag.status_before) == ("stale", "submitted")
    assert tag.stale_reason == "The words are now Secretary-General's."


def test_links_of_tags_that_follow_need_a_second_look(passage, quoted, curator, reviewer):
    tag = make.tag(passage, by=reviewer)
    link = make.link(tag, by=reviewer)

    change_passage(passage, by=curator, voice=quoted)

    link.refresh_from_db()
    assert (link.status, link.status_before, link.staled_by) == ("stale", "submitted", tag)


def test_a_stale_tag_follows_and_keeps_its_reason(passage, quoted, curator, reviewer):
    tag = make.tag(passage, by=reviewer, status="stale", stale_reason="The claim was reworded.")

    change_passage(passage, by=curator, voice=quoted)

    tag.refresh_from_db()
    assert tag.asserted_by == quoted
    assert (tag.status, tag.stale_reason) == ("stale", "The claim was reworded.")


@pytest.mark.parametrize("status", ["withdrawn", "rejected"])
def test_a_tag_that_is_gone_stays_as_it_was(passage, quoted, curator, reviewer, author, status):
    tag = make.tag(passage, by=reviewer, status=status)

    assert change_passage(passage, by=curator, voice=quoted) == 0

    tag.refresh_from_db()
    assert (tag.asserted_by, tag.status) == (author, status)


def test_quoted_words_of_somebody_else_stay_theirs(passage, quoted, curator, reviewer):
    third = make.agent("Amnesty International", kind="ngo")
    tag = make.tag(passage, by=reviewer, asserted_by=third)

    assert change_passage(passage, by=curator, voice=quoted) == 0

    tag.refresh_from_db()
    assert (tag.asserted_by, tag.status) == (third, "submitted")


def test_an_emptied_voice_gives_the_words_back_to_the_author(
    document, quoted, curator, reviewer, author
):
    passage = make.describe(make.passage(document), voice=quoted)
    tag = make.tag(make.passage(document), by=reviewer)

    change_passage(passage, by=curator, voice=None)

    tag.refresh_from_db()
    assert (tag.asserted_by, tag.status) == (author, "stale")


def test_naming_the_author_as_voice_changes_nothing_for_tags(passage, author, curator, reviewer):
    tag = make.tag(passage, by=reviewer)

    assert change_passage(passage, by=curator, voice=author) == 0

    tag.refresh_from_db()
    assert tag.status == "submitted"


def test_a_voice_that_would_agree_with_itself_is_refused_with_the_tags(
    passage, quoted, curator, reviewer
):
    tag = make.tag(passage, "terrorism", by=reviewer, stance="endorses", held_by=quoted)

    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=curator, voice=quoted)

    assert "their own position" in refused.value.messages[0]
    assert "“terrorism”" in refused.value.messages[1]
    assert str(reviewer) in refused.value.messages[1]
    assert Passage.objects.get(pk=passage.pk).voice is None
    tag.refresh_from_db()
    assert tag.status == "submitted"


def test_a_voice_that_is_only_quoted_there_is_refused_with_the_tags(
    passage, quoted, curator, reviewer
):
    make.tag(passage, "terrorism", by=reviewer, asserted_by=quoted)

    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=curator, voice=quoted)

    assert "only quotes or retells" in refused.value.messages[0]
    assert "“terrorism”" in refused.value.messages[1]


def test_a_long_list_of_tags_is_cut_and_says_how_many_more(passage, quoted, curator, reviewer):
    for _number in range(23):
        make.tag(passage, "terrorism", by=reviewer, asserted_by=quoted)

    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=curator, voice=quoted)

    assert refused.value.messages[-1] == "and 3 more"


def test_many_passages_change_all_or_none(document, quoted, curator, reviewer):
    first, second = make.passage(document, 2), make.passage(document, 3)
    make.tag(second, by=reviewer, asserted_by=quoted)

    with pytest.raises(ValidationError):
        change_passages([first, second], by=curator, voice=quoted)

    assert Passage.objects.get(pk=first.pk).voice is None


def test_each_passage_changes_in_its_own_way(document, quoted, curator):
    first, second = make.passage(document, 2), make.passage(document, 3)

    change_each_passage([(first, {"voice": quoted}), (second, {"kind": "note"})], by=curator)

    assert Passage.objects.get(pk=first.pk).voice == quoted
    assert Passage.objects.get(pk=second.pk).kind == "note"


def test_what_is_known_of_a_passage_is_changed(passage, quoted, curator):
    day = datetime.date(2011, 3, 7)

    change_passage(
        passage,
        by=curator,
        speaker=quoted,
        speaker_capacity="on behalf of the Council",
        uttered_on=day,
        place="Geneva",
        altered=True,
        flag="brackets",
    )

    stored = Passage.objects.get(pk=passage.pk)
    assert (stored.speaker, stored.uttered_on, stored.place) == (quoted, day, "Geneva")
    assert (stored.speaker_capacity, stored.altered, stored.flag) == (
        "on behalf of the Council",
        True,
        "brackets",
    )


@pytest.mark.parametrize("field", ["text", "start", "end", "marker", "text_version", "ordinal"])
def test_the_text_of_a_passage_is_not_among_what_can_be_changed(passage, curator, field):
    with pytest.raises(TypeError):
        change_passage(passage, by=curator, **{field: getattr(passage, field)})


def test_a_change_stands_in_the_history_with_who_and_why(passage, quoted, curator, reviewer):
    tag = make.tag(passage, by=reviewer)

    change_passage(passage, by=curator, voice=quoted)

    told = last_act(tag)
    assert told["by"] == curator.pk
    assert told["action"] == "change_passages"
    assert told["reason"] == "The passage's words are now Secretary-General's."


def test_the_reason_a_curator_gives_is_kept(passage, quoted, curator):
    change_passage(passage, by=curator, voice=quoted, reason="A quotation, see footnote 3.")

    told = last_act(passage)
    assert told["reason"] == "A quotation, see footnote 3."


def test_somebody_who_does_not_keep_the_collection_cannot_move_others_tags(
    passage, quoted, reviewer, colleague
):
    make.tag(passage, by=reviewer)

    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=colleague, voice=quoted)

    assert refused.value.code == "tag_is_changed_by_its_author_or_a_curator"


def test_a_passage_saved_meanwhile_is_not_overwritten(passage, curator):
    read_before = make.passage(passage.text_version.document)
    change_passage(passage, by=curator, place="Geneva")

    with pytest.raises(StaleRevision):
        change_passage(read_before, by=curator, place="Vienna")

    assert Passage.objects.get(pk=passage.pk).place == "Geneva"


def test_an_agent_of_another_collection_is_refused_without_naming_it(passage, curator, closed):
    hidden = make.agent("Secret Witness", home=closed)

    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=curator, voice=hidden)

    assert refused.value.messages == ["Choose agents that this collection may use."]


def test_a_source_that_readers_may_not_see_is_refused(passage, curator, closed):
    hidden = make.document(collection=closed, title="Secret report")

    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=curator, quote_source=hidden)

    assert "Secret" not in refused.value.messages[0]


# Kinds.


def test_boilerplate_is_refused_with_the_tags_that_stand_there(document, curator, reviewer):
    first, second = make.passage(document, 2), make.passage(document, 3)
    make.tag(second, "Second", by=reviewer)

    with pytest.raises(ValidationError) as refused:
        mark_boilerplate([first, second], by=curator)

    assert "must stay a kind of text" in refused.value.messages[0]
    assert "Passage 3: “Second”" in refused.value.messages[1]
    assert Passage.objects.get(pk=first.pk).kind == "paragraph"


def test_passages_without_tags_become_boilerplate(document, curator, reviewer):
    passages = [make.passage(document, 2), make.passage(document, 3)]
    make.tag(passages[0], by=reviewer, status="withdrawn")

    mark_boilerplate(passages, by=curator)

    assert [Passage.objects.get(pk=passage.pk).kind for passage in passages] == [
        "boilerplate",
        "boilerplate",
    ]


def test_a_tagged_paragraph_may_become_a_block_quote_of_somebody(
    passage, quoted, curator, reviewer
):
    tag = make.tag(passage, by=reviewer)

    change_passage(passage, by=curator, kind="block_quote", voice=quoted)

    tag.refresh_from_db()
    assert (tag.asserted_by, tag.status) == (quoted, "stale")


def test_a_block_quote_of_nobody_is_refused_in_a_ready_document(passage, curator):
    with pytest.raises(ValidationError) as refused:
        change_passage(passage, by=curator, kind="block_quote")

    assert refused.value.code == "block_quote_names_its_speaker"


# Documents.


def test_a_new_author_is_followed_where_passages_name_nobody(document, quoted, curator, reviewer):
    make.describe(make.passage(document, 3), voice=quoted)
    author = make.agent("Human Rights in China", kind="ngo")
    inheriting = make.tag(make.passage(document, 2), by=reviewer)
    voiced = make.tag(make.passage(document, 3), by=reviewer)

    followed = change_document(document, by=curator, author=author)

    inheriting.refresh_from_db()
    voiced.refresh_from_db()
    assert followed == 1
    assert (inheriting.asserted_by, inheriting.status) == (author, "stale")
    assert (voiced.asserted_by, voiced.status) == (quoted, "submitted")


def test_an_author_with_tags_cannot_be_taken_away(document, curator, reviewer):
    back_to_intake(document, by=curator)
    make.tag(make.passage(document), "terrorism", by=reviewer, status="stale")

    with pytest.raises(ValidationError) as refused:
        change_document(document, by=curator, author=None)

    assert "nobody's words" in refused.value.messages[0]
    assert "“terrorism”" in refused.value.messages[1]


def test_other_metadata_leave_the_tags_alone(document, curator, reviewer):
    tag = make.tag(document, by=reviewer)

    change_document(document, by=curator, title="Explanation of vote", place="New York")

    tag.refresh_from_db()
    assert Document.objects.get(pk=document.pk).title == "Explanation of vote"
    assert tag.status == "submitted"


@pytest.mark.parametrize("field", ["collection", "status", "original_sha256", "revision"])
def test_where_a_document_is_kept_is_not_among_what_can_be_changed(document, curator, field):
    with pytest.raises(TypeError):
        change_document(document, by=curator, **{field: getattr(document, field)})


@pytest.mark.parametrize(
    ("act", "status"), [(withdraw_document, "withdrawn"), (back_to_intake, "intake")]
)
def test_a_closed_document_leaves_its_tags_and_links_for_a_second_look(
    document, curator, reviewer, act, status
):
    tag = make.tag(document, by=reviewer, status="accepted")
    link = make.link(tag, by=reviewer)

    count = act(document, by=curator)

    tag.refresh_from_db()
    link.refresh_from_db()
    assert Document.objects.get(pk=document.pk).status == status
    assert count == 1
    assert (tag.status, tag.status_before) == ("stale", "accepted")
    assert (link.status, link.staled_by) == ("stale", tag)


def test_what_is_put_back_is_ready_and_its_tags_still_wait(document, curator, reviewer):
    tag = make.tag(document, by=reviewer)
    withdraw_document(document, by=curator, reason="The source asked for it.")

    put_back(document, by=curator)

    tag.refresh_from_db()
    assert Document.objects.get(pk=document.pk).status == "ready"
    assert (tag.status, tag.stale_reason) == ("stale", "The source asked for it.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (withdraw_document, withdraw_document),
        (withdraw_document, back_to_intake),
        (back_to_intake, put_back),
    ],
)
def test_an_act_that_does_not_fit_the_status_is_refused(document, curator, first, second):
    first(document, by=curator)

    with pytest.raises(ValidationError) as refused:
        second(document, by=curator)

    assert refused.value.code == "document_status"


def test_a_document_saved_meanwhile_is_not_overwritten(document, curator):
    read_before = Document.objects.get(pk=document.pk)
    change_document(document, by=curator, place="Geneva")

    with pytest.raises(StaleRevision):
        withdraw_document(read_before, by=curator)


# Two at once.


def test_a_tag_made_while_the_voice_changes_is_refused_or_follows(
    committing_db, collection, document, quoted, curator, reviewer
):
    claim, passage = make.claim(), make.passage(document)
    voice_is_set, refusals = threading.Event(), []

    def tag():
        voice_is_set.wait(10)
        try:
            tag_words(
                passage,
                passage.start,
                passage.start + 3,
                claim=claim,
                stance="asserts",
                by=reviewer,
            )
        except ValidationError as error:
            refusals.append(error.code)
        finally:
            connection.close()

    other = threading.Thread(target=tag)
    other.start()
    with transaction.atomic():
        change_passage(make.passage(document), by=curator, voice=quoted)
        voice_is_set.set()
        other.join(0.3)
        assert other.is_alive()
    other.join(10)

    assert refusals == ["tag_speech_agrees_with_the_voice"]


def test_a_voice_changed_while_a_tag_is_made_takes_the_tag_along(
    committing_db, collection, document, quoted, curator, reviewer
):
    tag_is_made, followed = threading.Event(), []

    def change():
        tag_is_made.wait(10)
        followed.append(change_passage(make.passage(document), by=curator, voice=quoted))
        connection.close()

    other = threading.Thread(target=change)
    other.start()
    with transaction.atomic():
        tag = make.tag(make.passage(document), by=reviewer)
        tag_is_made.set()
        other.join(0.3)
        assert other.is_alive()
    other.join(10)

    tag.refresh_from_db()
    assert followed == [1]
    assert (tag.asserted_by, tag.status) == (quoted, "stale")
