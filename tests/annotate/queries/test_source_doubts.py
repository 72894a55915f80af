"""What speaks against a source is told once, and whoever saves again has read it."""

import datetime

import pytest
from django.urls import reverse

from annotate.actions import derivations as acts
from annotate.models import TagDerivation
from annotate.queries.circumstances import Moment
from annotate.queries.source_doubts import is_before, stand_in
from corpus.models import Derivation
from tests import make

DAY = datetime.date(2011, 3, 30)
OLDER = "The copy is dated 30 March 2011, its source 1 May 2012."
ABSENT = "The words that show it are not in the copying document"
AGAIN = "Nothing is saved yet. If it is right, save again"


@pytest.fixture
def work(collection):
    return make.document(
        collection=collection, title="The speech itself", uttered_on=datetime.date(2012, 5, 1)
    )


@pytest.fixture
def copy(collection):
    return make.document(collection=collection, title="A report on it", uttered_on=DAY)


def adding(copied):
    if hasattr(copied, "ordinal"):
        place = {"document_id": copied.text_version.document_id, "passage_id": copied.pk}
    elif hasattr(copied, "claim_id"):
        place = {"tag_id": copied.pk}
    else:
        place = {"document_id": copied.pk}
    return reverse("add_source", kwargs=place)


def said(upstream, **more):
    return {"upstream": upstream.pk, "kind": "reports_on", "evidence_quote": "", **more}


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("of", ["document", "passage", "tag"])
def test_a_copy_older_than_its_source_is_pointed_out_and_saved_the_next_time(
    curator, copy, work, of, htmx
):
    copied = {"document": copy, "passage": make.passage(copy), "tag": make.tag(copy, by=curator)}
    client, address = make.browser(curator, htmx=htmx), adding(copied[of])

    warned = client.post(address, said(work, evidence_quote="naïve 😀 things"))

    page = warned.content.decode()
    assert warned.status_code == 422
    assert OLDER in page
    assert AGAIN in page
    assert ABSENT not in page
    assert "naïve 😀 things</textarea>" in page
    assert not Derivation.objects.exists()
    token = warned.context["panel"]["form"].doubts.token
    client.post(address, said(work, evidence_quote="naïve 😀 things", doubts_read=token))
    assert Derivation.objects.count() + TagDerivation.objects.count() == 1


def test_words_that_the_copy_does_not_have_are_pointed_out(curator, collection, copy):
    other, client = make.document(collection=collection), make.browser(curator)
    wrong = said(other, evidence_quote="words of nobody")

    warned = client.post(adding(copy), wrong)

    page = warned.content.decode()
    assert warned.status_code == 422
    assert ABSENT in page
    assert "The copy is dated" not in page
    token = warned.context["panel"]["form"].doubts.token
    assert f'name="doubts_read" value="{token}"' in page
    changed = wrong | {"doubts_read": token, "evidence_quote": "still of nobody"}
    assert client.post(adding(copy), changed).status_code == 422
    assert client.post(adding(copy), wrong | {"doubts_read": token}).status_code == 303
    assert copy.derivations.get().evidence_quote == "words of nobody"


def test_a_work_not_held_that_is_dated_later_is_pointed_out(curator, copy):
    lost = {"upstream": "new", "title": "A lost letter", "kind": "reports_on"}

    warned = make.browser(curator).post(adding(copy), lost | {"uttered_on": "2012-05-01"})

    assert warned.status_code == 422
    assert OLDER in warned.content.decode()
    assert not Derivation.objects.exists()


def test_whoever_opens_what_was_saved_all_the_same_reads_why_and_saves_at_once(curator, copy, work):
    row = acts.name_source(copy, work, kind="reports_on", by=curator)
    client = make.browser(curator)
    address = reverse("change_source", kwargs={"document_id": copy.pk, "source_id": row.pk})

    shown = client.get(address)

    page = shown.content.decode()
    assert OLDER in page
    assert AGAIN not in page
    token, read = shown.context["panel"]["form"].doubts.token, acts.read_at(row)
    answer = client.post(address, said(work, kind="summary_of", read=read, doubts_read=token))
    assert answer.status_code == 303


def test_undo_of_a_removal_is_not_asked_again(curator, copy, work):
    row = acts.name_source(copy, work, kind="reports_on", evidence_quote="of nobody", by=curator)
    client = make.browser(curator, htmx=True)
    address = reverse("remove_source", kwargs={"document_id": copy.pk, "source_id": row.pk})

    removed = client.post(address, {"read": acts.read_at(row)})

    token = removed.context["panel"]["undo_doubts"]
    assert f'name="doubts_read" value="{token}"' in removed.content.decode()
    client.post(adding(copy), said(work, evidence_quote="of nobody", doubts_read=token))
    assert copy.derivations.exists()


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (Moment(DAY), Moment(datetime.date(2011, 3, 31)), True),
        (Moment(DAY), Moment(DAY), False),
        (Moment(DAY), Moment(datetime.date(2011, 3, 31), "month"), False),
        (Moment(DAY, "month"), Moment(datetime.date(2011, 4, 1)), True),
        (Moment(DAY), Moment(datetime.date(2011, 12, 1), "year"), False),
        (Moment(DAY, "estimate"), Moment(datetime.date(2012, 1, 1)), True),
        (Moment(None), Moment(DAY), False),
        (Moment(DAY), Moment(None), False),
    ],
)
def test_a_date_is_before_another_no_finer_than_both_are_known(one, other, before):
    assert is_before(one, other) == before


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("the  “same”\nwords", True),
        ('THE "same" words', True),
        ("the […] words", True),
        ("the … words - long", True),
        ("words ... the", False),
        ("other words", False),
        ("…", True),
    ],
)
def test_words_are_found_however_they_are_typed(words, stand):
    assert stand_in(words, "Say the “same” words – long after.") == stand
