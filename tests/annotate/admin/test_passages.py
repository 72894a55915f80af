"""Passages in the admin: one, many as rows, many by an action."""

import datetime

import pytest
from django.urls import reverse

from corpus.models import Passage
from tests import make

from .pages import act, change_url, list_url, passage_fields, rows


def save_rows(person, fields):
    """Save the list of passages."""
    return make.browser(person).post(list_url("corpus_passage"), fields)


def test_many_passages_are_changed_in_the_list(curator, passages, quoted):
    answer = save_rows(
        curator,
        rows(
            *passages,
            **{
                "0-kind": "block_quote",
                "0-voice": quoted.pk,
                "0-speaker_capacity": "in person",
                "1-speaker": quoted.pk,
                "1-uttered_on": "2011-03-07",
                "1-place": "Geneva",
            },
        ),
    )

    first, second = Passage.objects.filter(pk__in=[p.pk for p in passages]).order_by("ordinal")
    assert answer.status_code == 302
    assert (first.kind, first.voice, first.speaker_capacity) == ("block_quote", quoted, "in person")
    assert (second.speaker, second.uttered_on, second.place) == (
        quoted,
        datetime.date(2011, 3, 7),
        "Geneva",
    )


def test_the_list_leads_from_the_document(curator, document):
    page = make.browser(curator).get(change_url(document)).text

    assert f"{list_url('corpus_passage')}?document={document.pk}" in page


def test_the_list_shows_one_documents_passages_in_order(curator, document, collection):
    make.document("Other title\n\nOther words.\n", collection=collection)

    answer = make.browser(curator).get(list_url("corpus_passage"), {"document": document.pk})

    listed = answer.context["cl"].result_list
    assert [passage.ordinal for passage in listed] == [1, 2, 3]
    assert "Other words" not in answer.text


def test_a_row_that_somebody_else_saved_is_refused_with_what_changed(curator, passages):
    old = rows(*passages, **{"0-place": "Vienna", "1-place": "Vienna"})
    save_rows(curator, rows(*passages, **{"0-place": "Geneva"}))

    answer = save_rows(curator, old)

    assert answer.status_code == 422
    assert "place: – → Geneva" in answer.text
    assert Passage.objects.get(pk=passages[0].pk).place == "Geneva"
    assert Passage.objects.get(pk=passages[1].pk).place == ""


def test_a_row_the_person_left_alone_does_not_stand_in_the_way(curator, passages):
    old = rows(*passages, **{"1-place": "Vienna"})
    save_rows(curator, rows(*passages, **{"0-place": "Geneva"}))

    answer = save_rows(curator, old)

    assert answer.status_code == 302
    assert Passage.objects.get(pk=passages[0].pk).place == "Geneva"
    assert Passage.objects.get(pk=passages[1].pk).place == "Vienna"


def test_rows_that_would_break_tags_are_refused_with_their_list(curator, reviewer, passages):
    make.tag(passages[1], "Second", by=reviewer)

    answer = save_rows(curator, rows(*passages, **{"0-place": "Geneva", "1-kind": "boilerplate"}))

    assert answer.status_code == 422
    assert "Passage 3: “Second”" in answer.text
    assert Passage.objects.get(pk=passages[0].pk).place == ""


def test_new_voices_in_the_list_show_their_tags_first(curator, reviewer, passages, quoted):
    tags = [make.tag(passage, by=reviewer) for passage in passages]
    fields = rows(*passages, **{"0-voice": quoted.pk, "1-voice": quoted.pk})

    shown = save_rows(curator, fields)
    before = Passage.objects.get(pk=passages[0].pk).voice
    seal = shown.context["seal"]
    save_rows(curator, fields | {seal[0]: seal[1]})

    assert "2 tags" in shown.text
    assert before is None
    assert Passage.objects.get(pk=passages[0].pk).voice == quoted
    assert [type(tag).objects.get(pk=tag.pk).status for tag in tags] == ["stale", "stale"]


def test_what_was_typed_is_sent_again_with_the_confirmation(curator, reviewer, passages, quoted):
    make.tag(passages[0], by=reviewer)

    shown = save_rows(curator, rows(*passages, **{"0-voice": quoted.pk, "1-place": "Geneva"}))

    assert ("form-1-place", "Geneva") in shown.context["sent"]
    assert "csrfmiddlewaretoken" not in dict(shown.context["sent"])


def test_rows_of_a_collection_one_does_not_keep_are_not_changed(curator_elsewhere, passages):
    page = make.browser(curator_elsewhere).get(list_url("corpus_passage")).text

    save_rows(curator_elsewhere, rows(*passages, **{"0-place": "Geneva"}))

    assert "form-0-place" not in page
    assert Passage.objects.get(pk=passages[0].pk).place == ""


def test_a_passages_own_page_changes_what_it_is(curator, passage, quoted):
    answer = make.browser(curator).post(
        change_url(passage), passage_fields(passage, voice=quoted.pk, flag="check", altered="on")
    )

    stored = Passage.objects.get(pk=passage.pk)
    assert answer.status_code == 302
    assert (stored.voice, stored.flag, stored.altered) == (quoted, "check", True)


def test_the_text_of_a_passage_is_shown_and_never_taken_from_a_form(curator, passage):
    browser = make.browser(curator)
    page = browser.get(change_url(passage)).text

    browser.post(
        change_url(passage),
        passage_fields(passage, text="Other words", start=0, end=3, marker="x", ordinal=9),
    )

    stored = Passage.objects.get(pk=passage.pk)
    assert passage.text[:20] in page
    assert 'name="text"' not in page
    assert (stored.text, stored.start, stored.end, stored.marker, stored.ordinal) == (
        passage.text,
        passage.start,
        passage.end,
        passage.marker,
        passage.ordinal,
    )


def test_a_passage_page_that_lay_open_too_long_is_refused(curator, passage):
    browser, fields = make.browser(curator), passage_fields(passage, place="Vienna")
    browser.post(change_url(passage), passage_fields(passage, place="Geneva"))

    answer = browser.post(change_url(passage), fields)

    assert answer.status_code == 409
    assert "place: – → Geneva" in answer.text
    assert Passage.objects.get(pk=passage.pk).place == "Geneva"


def test_a_voice_that_breaks_tags_is_refused_on_the_form(curator, reviewer, passage, quoted):
    make.tag(passage, "terrorism", by=reviewer, asserted_by=quoted)

    answer = make.browser(curator).post(
        change_url(passage), passage_fields(passage, voice=quoted.pk)
    )

    assert answer.status_code == 422
    assert "only quotes or retells" in answer.text
    assert "“terrorism”" in answer.text


def test_nobody_adds_a_passage(curator):
    assert make.browser(curator).get(reverse("admin:corpus_passage_add")).status_code == 403


def test_passages_are_marked_as_boilerplate_many_at_once(curator, passages):
    answer = act(curator, "corpus_passage", "mark_boilerplate", *passages)

    assert "2 passages changed." in answer.text
    assert Passage.objects.filter(kind="boilerplate", pk__in=[p.pk for p in passages]).count() == 2


def test_boilerplate_is_refused_with_the_list_of_tags(curator, reviewer, passages):
    make.tag(passages[1], "Second", by=reviewer)

    answer = act(curator, "corpus_passage", "mark_boilerplate", *passages)

    assert answer.status_code == 422
    assert "Passage 3: “Second”" in answer.text
    assert not Passage.objects.filter(kind="boilerplate").exists()


def test_setting_the_voice_of_many_asks_whose_then_shows_the_tags(
    curator, reviewer, passages, quoted
):
    tag = make.tag(passages[0], by=reviewer)

    asked = act(curator, "corpus_passage", "set_voice", *passages)
    shown = act(curator, "corpus_passage", "set_voice", *passages, voice=quoted.pk)
    seal = shown.context["seal"]
    done = act(
        curator, "corpus_passage", "set_voice", *passages, voice=quoted.pk, **{seal[0]: seal[1]}
    )

    tag.refresh_from_db()
    assert 'name="voice"' in asked.text
    assert "1 tag" in shown.text
    assert "2 passages changed." in done.text
    assert "1 tag follows" in done.text
    assert Passage.objects.filter(voice=quoted).count() == 2
    assert tag.asserted_by == quoted


def test_a_voice_that_may_not_be_named_there_is_refused(curator, passages, closed):
    hidden = make.agent("Witness 7", home=closed)

    answer = act(curator, "corpus_passage", "set_voice", *passages, voice=hidden.pk)

    assert answer.status_code == 422
    assert "Witness" not in answer.text
    assert not Passage.objects.filter(voice=hidden).exists()


@pytest.mark.parametrize("action", ["mark_boilerplate", "set_voice"])
def test_a_curator_of_another_collection_does_not_act_on_passages(
    curator_elsewhere, passages, quoted, action
):
    act(curator_elsewhere, "corpus_passage", action, *passages, voice=quoted.pk)

    assert [Passage.objects.get(pk=p.pk).revision for p in passages] == [
        passage.revision for passage in passages
    ]


def test_saving_one_row_asks_no_more_however_many_stay(
    curator, passages, quoted, django_assert_num_queries, django_assert_max_num_queries
):
    made = [make.describe(passage, voice=quoted, speaker=quoted) for passage in passages]
    speakers = {"0-speaker": quoted.pk, "1-speaker": quoted.pk}
    with django_assert_max_num_queries(60) as asked:
        save_rows(curator, rows(made[0], **{"0-speaker": quoted.pk, "0-place": "Geneva"}))
    made[0].refresh_from_db()

    with django_assert_num_queries(len(asked)):
        save_rows(curator, rows(*made, **speakers, **{"0-place": "Vienna"}))

    assert Passage.objects.get(pk=made[0].pk).place == "Vienna"
