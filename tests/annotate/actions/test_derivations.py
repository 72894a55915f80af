"""What is copied from where: said on documents, passages and tags, and counted at once."""

import pytest
from django.urls import reverse

from annotate.actions import derivations as acts
from annotate.models import Claim, TagDerivation
from annotate.queries.counts import counts_of
from annotate.queries.derivations import copies_of, origin_of, sources_of
from corpus.actions import set_membership, system_person
from corpus.history import history
from corpus.models import Agent, Derivation, Document
from corpus.revisions import StaleRevision
from tests import make


@pytest.fixture
def work(collection):
    return make.document(collection=collection, title="The speech itself")


@pytest.fixture
def copy(collection):
    return make.document(collection=collection, title="A report on the speech")


@pytest.fixture
def hidden(closed):
    """Return a document that only members of another collection see."""
    return make.document(collection=closed, title="Zebra file")


def place(copied):
    """Return what the address of a document, a passage or a tag is made of."""
    if isinstance(copied, Document):
        return {"document_id": copied.pk}
    if hasattr(copied, "ordinal"):
        return {"document_id": copied.text_version.document_id, "passage_id": copied.pk}
    return {"tag_id": copied.pk}


def shown(copied):
    return reverse("show_copied_from", kwargs=place(copied))


def adding(copied):
    return reverse("add_source", kwargs=place(copied))


def changing(row, copied):
    return reverse("change_source", kwargs={**place(copied), "source_id": row.pk})


def removing(row, copied):
    return reverse("remove_source", kwargs={**place(copied), "source_id": row.pk})


def said(upstream, **more):
    return {"upstream": upstream.pk, "kind": "reports_on", "evidence_quote": "", **more}


def not_held(**more):
    return {"upstream": "new", "title": "A lost letter", "kind": "reports_on"} | more


def named(copied, upstream, by, **more):
    return acts.name_source(copied, upstream, kind="reports_on", by=by, **more)


def names(copied, reader):
    return [row.upstream.title for row in sources_of(copied, reader=reader)]


# Saying it.


def test_a_curator_names_the_source_where_the_document_is_read(curator, copy, work):
    page = make.browser(curator).get(f"/documents/{copy.pk}/").content.decode()
    assert shown(copy) in page

    answer = make.browser(curator).post(adding(copy), said(work, evidence_quote="naïve 😀"))

    assert answer.status_code == 303
    assert answer["Location"] == f"/documents/{copy.pk}/#copied-from"
    row = copy.derivations.get()
    assert (row.upstream, row.kind, row.evidence_quote) == (work, "reports_on", "naïve 😀")
    page = make.browser(curator).get(f"/documents/{copy.pk}/").content.decode()
    assert "reports on “The speech itself”" in " ".join(page.split())


def test_htmx_gets_the_panel_anew(curator, copy, work):
    answer = make.browser(curator, htmx=True).post(adding(copy), said(work))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.strip().startswith("<section")
    assert "The speech itself" in page


def test_the_source_tells_who_takes_from_it(curator, reader, copy, work):
    named(copy, work, curator)
    named(make.passage(copy), work, curator)

    copies = copies_of(work, reader=reader).rows

    assert [(one.document, one.kinds, one.passages) for one in copies] == [
        (copy, ["reports on"], 1)
    ]
    page = make.browser(reader).get(f"/documents/{work.pk}/").content.decode()
    assert "A report on the speech" in page


def test_documents_are_found_by_author_title_and_symbol(curator, copy, collection):
    author = make.agent("Ombudsman of Ruritania")
    found = make.document(collection=collection, title="Findings", author=author, symbol="OR/7")
    client = make.browser(curator)

    for query in ("ombudsman ruritania", "findings", "or/7"):
        page = client.get(shown(copy), {"q": query}).content.decode()
        assert f'value="{found.pk}"' in page
    assert f'value="{copy.pk}"' not in client.get(shown(copy)).content.decode()


def test_a_passage_and_a_tag_have_sources_of_their_own(curator, reviewer, copy, work):
    passage, tag = make.passage(copy), make.tag(copy, by=reviewer)

    make.browser(curator).post(adding(passage), said(work))
    make.browser(reviewer).post(adding(tag), said(work))

    assert Derivation.objects.get().passage == passage
    assert TagDerivation.objects.get().tag == tag
    page = make.browser(curator).get(f"/documents/{copy.pk}/").content.decode()
    assert '<p class="from">reports on “The speech itself”</p>' in page


def test_the_nearest_scope_that_names_a_source_applies(curator, reviewer, copy, work, collection):
    tag = make.tag(make.passage(copy), by=reviewer)
    nearer, nearest = (make.document(collection=collection) for _ in range(2))
    client = make.browser(reviewer)

    named(copy, work, curator)
    assert origin_of(tag, reader=reviewer).scope == "document"
    assert "the document's source counts" in client.get(shown(tag)).content.decode()
    named(tag.passage, nearer, curator)
    assert origin_of(tag, reader=reviewer).scope == "passage"
    assert "the passage's source counts" in client.get(shown(tag)).content.decode()
    named(tag, nearest, reviewer)
    assert [row.upstream for row in origin_of(tag, reader=reviewer).sources] == [nearest]


@pytest.mark.parametrize("wrong", [{"upstream": ""}, {"kind": ""}, {"upstream": "99999999"}])
@pytest.mark.parametrize("htmx", [False, True])
def test_a_broken_rule_shows_and_nothing_is_stored(curator, copy, work, wrong, htmx):
    answer = make.browser(curator, htmx=htmx).post(adding(copy), said(work) | wrong)

    assert answer.status_code == 422
    assert "Choose" in answer.content.decode()
    assert not Derivation.objects.exists()


def test_the_same_is_not_said_twice(curator, copy, work):
    named(copy, work, curator)

    answer = make.browser(curator).post(adding(copy), said(work))

    assert answer.status_code == 422
    assert "This source is already recorded." in answer.content.decode()


@pytest.mark.parametrize("of", ["document", "passage", "tag"])
def test_nothing_is_copied_from_its_own_document(curator, copy, of):
    copied = {"document": copy, "passage": make.passage(copy), "tag": make.tag(copy, by=curator)}

    answer = make.browser(curator).post(adding(copied[of]), said(copy))

    assert answer.status_code == 422
    assert not Derivation.objects.exists()
    assert not TagDerivation.objects.exists()


# Works that are not held.


def test_a_work_not_held_becomes_a_document_in_the_same_act(curator, copy):
    known = make.agent("Ombudsman of Ruritania")

    answer = make.browser(curator).post(
        adding(copy),
        not_held(author="ombudsman of ruritania", uttered_on="2011-03-01", work_kind="statement"),
    )

    assert answer.status_code == 303
    work = copy.derivations.get().upstream
    assert (work.title, work.holding, work.status) == ("A lost letter", "external", "ready")
    assert (work.author, work.collection, work.kind) == (known, copy.collection, "statement")
    page = make.browser(curator).get(f"/documents/{work.pk}/").content.decode()
    assert "its text is not held" in page
    assert copy.title in page


def test_its_author_may_be_unknown_or_be_proposed(curator, copy):
    client = make.browser(curator)

    client.post(adding(copy), not_held())
    client.post(adding(copy), not_held(title="Something quite different", author="Nobody Yet"))

    first, second = (row.upstream for row in copy.derivations.order_by("pk"))
    assert (first.author, first.status) == (None, "intake")
    assert (second.author.name, second.author.status) == ("Nobody Yet", "proposed")
    assert "being prepared" not in client.get(f"/documents/{first.pk}/").content.decode()


def test_a_work_that_is_known_is_not_made_twice_unawares(curator, copy, collection):
    client = make.browser(curator)
    known = acts.Work("A lost letter to the king").record(beside=copy, by=curator)

    answer = client.post(adding(copy), not_held(title="A lost letter to a king"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'value="{known.pk}"' in page
    assert not Derivation.objects.exists()
    client.post(adding(copy), not_held(title="A lost letter to a king", another_work="on"))
    assert copy.derivations.get().upstream != known


def test_an_author_of_nearly_the_same_name_is_asked_about(curator, copy):
    near = make.agent("Human Rights in China", kind="ngo")
    client = make.browser(curator)

    answer = client.post(adding(copy), not_held(author="Human Rights in Chin"))

    assert answer.status_code == 422
    assert f'name="author_id" value="{near.pk}"' in answer.content.decode()
    assert not Document.objects.filter(holding="external").exists()
    client.post(adding(copy), not_held(author="Human Rights in Chin", author_id=near.pk))
    assert copy.derivations.get().upstream.author == near


def test_nothing_is_made_where_the_source_is_refused(curator, colleague, copy):
    tag = make.tag(copy, by=colleague)

    answer = make.browser(curator).post(adding(tag), not_held(author="Nobody Yet"))

    assert answer.status_code == 422
    assert not Document.objects.filter(holding="external").exists()
    assert not Agent.objects.filter(name="Nobody Yet").exists()


def test_a_work_named_in_a_closed_collection_stays_there(closed, curator_elsewhere, stranger):
    inside = make.document(collection=closed)

    make.browser(curator_elsewhere).post(adding(inside), not_held(author="Nobody Yet"))

    work = inside.derivations.get().upstream
    assert work.author
    assert work.author.home == closed
    assert make.browser(stranger).get(f"/documents/{work.pk}/").status_code == 404


def test_a_work_needs_a_title_and_a_date_that_is_one(curator, copy):
    answer = make.browser(curator).post(adding(copy), not_held(title=" ", uttered_on="soon"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Give the title of the work." in page
    assert "Enter a valid date." in page


# Changing it and taking it back.


def test_a_source_is_changed(curator, copy, work, collection):
    row = named(copy, work, curator)
    other = make.document(collection=collection)
    client = make.browser(curator)
    assert "Change this source" in client.get(changing(row, copy)).content.decode()

    answer = client.post(
        changing(row, copy),
        {**said(other), "kind": "summary_of", "read": acts.read_at(row)},
    )

    assert answer.status_code == 303
    row.refresh_from_db()
    assert (row.upstream, row.kind) == (other, "summary_of")


def test_two_who_change_it_at_once_lose_nothing(curator, copy, work):
    row = named(copy, work, curator)
    read = acts.read_at(row)
    acts.change_source(row, read=read, by=curator, kind="summary_of")

    answer = make.browser(curator).post(
        changing(row, copy), {**said(work), "kind": "reprint_of", "read": read}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Current version" in page
    assert "summary of “The speech itself”" in page
    row.refresh_from_db()
    assert row.kind == "summary_of"
    assert f'name="read" value="{acts.read_at(row)}"' in page


def test_a_change_of_what_somebody_removed_says_so(curator, copy, work):
    row = named(copy, work, curator)
    address, read = changing(row, copy), acts.read_at(row)
    acts.forget_source(row, read=read, by=curator)

    answer = make.browser(curator).post(address, said(work, read=read))

    assert answer.status_code == 409
    assert "Somebody removed this" in answer.content.decode()


def test_a_source_is_removed_with_undo_and_its_history_stays(curator, copy, work):
    row = named(copy, work, curator, evidence_quote="naïve 😀")
    client = make.browser(curator, htmx=True)

    answer = client.post(removing(row, copy), {"read": acts.read_at(row)})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert not copy.derivations.exists()
    assert "Undo" in page
    client.post(adding(copy), said(work, evidence_quote="naïve 😀"))
    assert copy.derivations.get().evidence_quote == "naïve 😀"
    past = client.get(f"/documents/{copy.pk}/history/").content.decode()
    assert "took back what this is copied from" in past
    assert "reports on “The speech itself”: naïve 😀" in past


def test_what_somebody_changed_is_not_removed_unseen(curator, copy, work):
    row = named(copy, work, curator)
    read = acts.read_at(row)
    acts.change_source(row, read=read, by=curator, kind="summary_of")

    answer = make.browser(curator).post(removing(row, copy), {"read": read})

    assert answer.status_code == 409
    assert copy.derivations.exists()
    with pytest.raises(StaleRevision):
        acts.forget_source(row, read=read, by=curator)


@pytest.mark.parametrize("of", ["document", "passage", "tag"])
def test_the_page_leads_to_what_became_of_it(curator, copy, work, of):
    copied = {"document": copy, "passage": make.passage(copy), "tag": make.tag(copy, by=curator)}[
        of
    ]
    named(copied, work, curator)
    client = make.browser(curator)
    address = f"/tags/{copied.pk}/history/" if of == "tag" else f"/documents/{copy.pk}/history/"

    assert address in client.get(shown(copied)).content.decode()
    past = client.get(address).content.decode()
    assert "said what this is copied from" in past
    assert ("Passage 2," in past) == (of == "passage")


# Who may.


@pytest.mark.parametrize("who", ["reader", "reviewer", "stranger", "curator_elsewhere"])
@pytest.mark.parametrize("of", ["document", "passage", "tag"])
def test_others_say_nothing_and_get_404(request, curator, copy, work, who, of):
    copied = {"document": copy, "passage": make.passage(copy), "tag": make.tag(copy, by=curator)}[
        of
    ]
    row = named(copied, work, curator)
    client = make.browser(request.getfixturevalue(who))

    sent = [
        client.post(adding(copied), said(work)),
        client.get(changing(row, copied)),
        client.post(changing(row, copied), said(work)),
        client.post(removing(row, copied), {"read": acts.read_at(row)}),
        client.post(f"/documents/{copy.pk}/provenance/", {"reviewed": "yes", "revision": 1}),
    ]

    assert [answer.status_code for answer in sent] == [404] * 5
    page = client.get(shown(copied)).content.decode()
    assert "The speech itself" in page
    assert "source-form" not in page


def test_a_curator_changes_anothers_tag_only_with_a_reason(curator, colleague, copy, work):
    tag = make.tag(copy, by=colleague)
    client = make.browser(curator)

    assert client.post(adding(tag), said(work)).status_code == 422
    assert client.post(adding(tag), said(work, reason="It is his.")).status_code == 303
    row = tag.derivations.get()
    read = acts.read_at(row)
    assert client.post(removing(row, tag), {"read": read}).status_code == 422
    assert tag.derivations.exists()
    client.post(removing(row, tag), {"read": read, "reason": "It is not."})
    assert not tag.derivations.exists()
    past = client.get(f"/tags/{tag.pk}/history/").content.decode()
    assert "It is not." in past
    assert "reports on “The speech itself”" in past


def test_acts_are_not_done_by_reading(curator, copy, work):
    row = named(copy, work, curator)
    client = make.browser(curator)

    asked = [adding(copy), removing(row, copy), f"/documents/{copy.pk}/provenance/"]

    assert [client.get(address).status_code for address in asked] == [405] * 3


# Looking where it comes from.


def test_who_has_looked_says_so_and_may_take_it_back(curator, copy):
    client = make.browser(curator)
    address = f"/documents/{copy.pk}/provenance/"

    client.post(address, {"reviewed": "yes", "revision": copy.revision})
    copy.refresh_from_db()
    assert copy.provenance_reviewed
    client.post(address, {"reviewed": "no", "revision": copy.revision})
    copy.refresh_from_db()
    assert not copy.provenance_reviewed
    past = client.get(f"/documents/{copy.pk}/history/").content.decode()
    assert "looked where the document comes from" in past


def test_readers_read_who_looked_and_when(curator, colleague, reader, copy):
    client, address = make.browser(curator), f"/documents/{copy.pk}/"

    answer = client.post(f"{address}provenance/", {"reviewed": "yes", "revision": copy.revision})
    on = copy.history.latest("pgh_id").pgh_created_at
    copy.refresh_from_db()
    with history(by=colleague, action="change_document"):
        copy.place = "Geneva"
        copy.save()

    told = f"{curator} checked on {on:%-d %B %Y} where this document comes from: this is all."
    assert answer.status_code == 303
    assert told in make.browser(reader).get(address).content.decode()
    assert told in client.get(shown(copy)).content.decode()
    acts.review_provenance(copy, reviewed=False, by=curator)
    assert "checked on" not in make.browser(reader).get(address).content.decode()


def test_who_looked_last_is_named_and_a_program_is_nobody(curator, colleague, reader, copy):
    acts.review_provenance(copy, reviewed=True, by=curator)
    acts.review_provenance(copy, reviewed=False, by=curator)
    acts.review_provenance(copy, reviewed=True, by=colleague)
    client = make.browser(reader)

    assert f"{colleague} checked on" in client.get(shown(copy)).content.decode()
    acts.review_provenance(copy, reviewed=False, by=colleague)
    acts.review_provenance(copy, reviewed=True, by=system_person())
    assert "Somebody checked on" in client.get(shown(copy)).content.decode()


def test_looking_at_an_old_state_changes_nothing(curator, copy):
    answer = make.browser(curator).post(
        f"/documents/{copy.pk}/provenance/", {"reviewed": "yes", "revision": copy.revision + 1}
    )

    assert answer.status_code == 409
    copy.refresh_from_db()
    assert not copy.provenance_reviewed


# What is counted.


@pytest.mark.parametrize("of", ["document", "passage", "tag"])
def test_a_source_joins_two_voices_and_taking_it_back_parts_them(curator, copy, work, of, reviewer):
    claim = make.claim()
    tag = make.tag(copy, claim=claim, by=curator)
    make.tag(work, claim=claim, by=reviewer)
    copied = {"document": copy, "passage": tag.passage, "tag": tag}[of]

    def number():
        return len(counts_of([claim.pk], reader=curator)[claim.pk].own_words)

    assert number() == 2
    row = named(copied, work, curator)
    assert number() == 1
    page = make.browser(curator).get(f"/claims/{claim.public_id}/").content.decode()
    assert "taken from “The speech itself”" in page
    acts.forget_source(row, read=acts.read_at(row), by=curator)
    assert number() == 2
    assert Claim.objects.get(pk=claim.pk).revision == claim.revision


def test_a_ring_of_copies_is_allowed(curator, copy, work):
    named(copy, work, curator)
    named(work, copy, curator)

    page = make.browser(curator).get(f"/documents/{work.pk}/").content.decode()

    assert "Copied from this document" in page


# I20.


@pytest.fixture
def both(collection, closed):
    """Return a curator of both collections, who sees the hidden document."""
    somebody = make.member(collection, "curator", name="Bo Both")
    set_membership(closed, somebody, "curator", by=somebody)
    return somebody


def test_a_source_that_may_not_be_seen_does_not_exist(both, curator, copy, hidden):
    passage, tag = make.passage(copy), make.tag(make.passage(copy), by=both)
    rows = [
        named(copied, hidden, both, evidence_quote="Zebra words") for copied in (copy, passage, tag)
    ]
    acts.change_source(rows[0], read=acts.read_at(rows[0]), by=both, kind="summary_of")
    client = make.browser(curator)

    pages = [
        f"/documents/{copy.pk}/",
        f"/documents/{copy.pk}/?tag={tag.pk}",
        f"/documents/{copy.pk}/history/",
        f"/tags/{tag.pk}/history/",
        *map(shown, (copy, passage, tag)),
        f"{shown(copy)}?q=zebra+file",
    ]
    told = [client.get(page) for page in pages]

    assert {answer.status_code for answer in told} == {200}
    assert not any("Zebra" in answer.content.decode() for answer in told)
    assert names(copy, both) == ["Zebra file"]
    for row, copied in zip(rows, (copy, passage, tag), strict=True):
        assert client.get(changing(row, copied)).status_code == 404


def test_it_is_neither_chosen_nor_warned_of(curator, copy, hidden):
    client = make.browser(curator)

    chosen = client.post(adding(copy), said(hidden))
    like = client.post(adding(copy), not_held(title="Zebra fil"))

    assert chosen.status_code == 422
    assert "Zebra" not in chosen.content.decode()
    assert like.status_code == 303


def test_who_takes_from_it_may_not_be_seen_either(both, curator, hidden, work):
    named(hidden, work, both)

    page = make.browser(curator).get(f"/documents/{work.pk}/").content.decode()

    assert "Zebra" not in page
    assert "Copied from this document" not in page


def test_words_of_a_withdrawn_document_are_shown_nowhere(curator, copy, work):
    named(make.passage(copy), work, curator, evidence_quote="naïve words")
    with history(by=curator, action="withdraw_document"):
        copy.status = "withdrawn"
        copy.save()
    client = make.browser(curator)

    told = [shown(make.passage(copy)), f"/documents/{copy.pk}/history/"]

    assert not any("naïve" in client.get(page).content.decode() for page in told)


# What it costs.


def test_the_panel_costs_the_same_however_many_there_are(
    count_queries, curator, reader, collection, copy
):
    works = [make.document(collection=collection) for _ in range(4)]
    named(copy, works[0], curator)
    named(make.passage(copy), works[0], curator)
    named(works[3], copy, curator)
    client, address = make.browser(reader), f"/documents/{copy.pk}/"
    before = count_queries(client, address)

    for work in works[1:3]:
        named(copy, work, curator)
        named(make.passage(copy, 3), work, curator)
        named(work, copy, curator)

    assert count_queries(client, address) == before


def test_the_documents_that_take_from_one_are_paged(curator, reader, collection, work):
    for number in range(12):
        named(make.document(collection=collection, title=f"Copy {number}"), work, curator)

    first = copies_of(work, reader=reader)
    second = copies_of(work, reader=reader, after=first.next_cursor)

    assert (len(first.rows), len(second.rows)) == (10, 2)
    page = make.browser(reader).get(f"/documents/{work.pk}/").content.decode()
    assert "More documents" in page
