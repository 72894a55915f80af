"""What everybody may read is counted once, and counted anew when anything has changed it."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from annotate.actions.joins import join_agents, part_agents
from annotate.actions.remarks import answer_remark
from annotate.models import (
    AgentJoin,
    Claim,
    CountedClaim,
    Tag,
    TagStatus,
)
from annotate.queries import remembered_counts as memory
from annotate.queries.counts import counts_of
from corpus.history import history
from corpus.models import Document
from corpus.models.agent import AgentStatus, GroupMember
from tests import make


@pytest.fixture
def claim(committing_db):
    return make.claim("builds camps")


@pytest.fixture
def outlets(collection, claim, reviewer):
    """Two documents, each by somebody who says so in it."""
    authors = [make.agent(f"{name} Post", kind="media") for name in ("Morning", "Evening")]
    found = [make.document(collection=collection, author=author) for author in authors]
    for document in found:
        make.tag(document, claim=claim, by=reviewer)
    return found


def counted(claim, reader):
    return counts_of([claim.pk], reader=reader)[claim.pk]


def sources(claim, reader):
    return len(counted(claim, reader).own_words)


def queries(claim, reader):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        counted(claim, reader)
    return len(asked)


def acting(person):
    return history(by=person, action="raw", reason="Because.")


def test_a_count_is_remembered_and_the_same_again(claim, outlets, reader, stranger):
    first = counted(claim, reader)

    assert counted(claim, stranger) == first
    assert queries(claim, stranger) < queries_without(claim, stranger)


def queries_without(claim, reader):
    CountedClaim.objects.all().delete()
    return queries(claim, reader)


def test_the_seeds_come_out_of_memory_as_they_were_counted(committing_db, seeds, reader):
    keys = list(Claim.objects.values_list("pk", flat=True))

    made = counts_of(keys, reader=reader)

    assert CountedClaim.objects.count() == len(keys)
    assert counts_of(keys, reader=reader) == made


# Whatever changes a count.


CHANGES = {
    "a tag is made": lambda c: make.tag(
        make.document(collection=c.collection, author=make.agent("Noon Post")),
        claim=c.claim,
        by=c.reviewer,
    ),
    "a tag is withdrawn": lambda c: _update(c, c.tag, status=TagStatus.WITHDRAWN),
    "a tag moves away": lambda c: _update(c, c.tag, claim=make.claim()),
    "somebody objects": lambda c: make.remark(c.tag, "disagree", "It says the opposite."),
    "a document copies another": lambda c: make.source(c.one, c.other),
    "a passage copies a document": lambda c: make.source(c.tag.passage, c.other),
    "words are taken from a document": lambda c: make.source(c.tag, c.other),
    "two agents are not independent": lambda c: join_agents(
        c.one.author, c.other.author, by=c.curator, reason="One owner."
    ),
    "one belongs to the other": lambda c: _update(
        c, c.one.author, independence_parent=c.other.author
    ),
    "they are a group": lambda c: GroupMember.objects.create(
        from_agent=c.one.author, to_agent=c.other.author
    ),
    "one is only proposed": lambda c: _update(c, c.one.author, status=AgentStatus.PROPOSED),
    "the collection is closed": lambda c: _update(c, c.collection, access="members"),
}


def _update(case, row, **columns):
    with acting(case.curator):
        for name, value in columns.items():
            setattr(row, name, value)
        row.save(update_fields=[*columns])


class Case:
    def __init__(self, claim, outlets, collection, reviewer, curator):
        self.claim, self.collection = claim, collection
        self.reviewer, self.curator = reviewer, curator
        self.one, self.other = outlets
        self.tag = Tag.objects.filter(claim=claim, passage__text_version__document=self.one).get()


@pytest.fixture
def case(claim, outlets, collection, reviewer, curator):
    return Case(claim, outlets, collection, reviewer, curator)


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_never_stale(case, stranger, change):
    before = sources(case.claim, stranger)
    assert before == 2

    CHANGES[change](case)

    remembered = counted(case.claim, stranger)
    CountedClaim.objects.all().delete()
    assert remembered == counted(case.claim, stranger)
    assert len(remembered.own_words) != before


def test_what_is_taken_back_counts_as_before(case, stranger):
    join = join_agents(case.one.author, case.other.author, by=case.curator, reason="One owner.")
    assert sources(case.claim, stranger) == 1

    part_agents(AgentJoin.objects.get(pk=join.pk), by=case.curator)

    assert sources(case.claim, stranger) == 2


def test_a_review_of_where_it_comes_from_changes_what_is_said(case, stranger):
    assert counted(case.claim, stranger).at_most

    for document in (case.one, case.other):
        _update(case, Document.objects.get(pk=document.pk), provenance_reviewed=True)

    assert not counted(case.claim, stranger).at_most


def test_a_change_that_is_committed_while_others_count_is_not_lost(case, stranger, sessions):
    """The count is begun before the change is committed, and remembered after it."""
    snapshot = memory.snapshot()
    before = counted(case.claim, stranger)
    change = make.tag(
        make.document(collection=case.collection, author=make.agent("Noon Post")),
        claim=case.claim,
        by=case.reviewer,
    )
    assert sources(case.claim, stranger) == 3

    memory.remember({case.claim.pk: before}, is_whole=True, snapshot=snapshot)

    assert change.pk
    assert sources(case.claim, stranger) == 3


def test_a_change_not_yet_committed_is_seen_by_who_makes_it_and_remembered_by_nobody(
    case, stranger, reviewer
):
    assert sources(case.claim, stranger) == 2
    with transaction.atomic():
        make.tag(
            make.document(collection=case.collection, author=make.agent("Noon Post")),
            claim=case.claim,
            by=reviewer,
        )
        assert sources(case.claim, stranger) == 3
        transaction.set_rollback(True)

    assert sources(case.claim, stranger) == 2


# Who may read more than everybody.


def test_a_member_counts_what_only_members_may_read(case, closed, insider, stranger):
    assert sources(case.claim, stranger) == 2
    make.tag(
        make.document(collection=closed, author=make.agent("Night Post")),
        claim=case.claim,
        by=insider,
    )

    assert sources(case.claim, insider) == 3
    assert sources(case.claim, stranger) == 2
    assert sources(case.claim, insider) == 3


def test_a_member_counts_by_a_work_that_only_members_know(case, closed, insider, stranger):
    hidden = make.document(collection=closed)
    for document in (case.one, case.other):
        make.source(document, hidden)

    assert sources(case.claim, stranger) == 2
    assert sources(case.claim, insider) == 1
    assert sources(case.claim, stranger) == 2


def test_a_member_counts_by_a_join_that_only_members_know(
    case, closed, curator_elsewhere, stranger
):
    join_agents(
        case.one.author, case.other.author, by=curator_elsewhere, reason="One owner.", home=closed
    )

    assert sources(case.claim, stranger) == 2
    assert sources(case.claim, curator_elsewhere) == 1
    assert sources(case.claim, stranger) == 2


def test_counting_many_claims_takes_as_many_queries_as_one(case, stranger, reviewer):
    claims = [make.claim() for _number in range(5)]
    for claim in claims:
        make.tag(case.one, claim=claim, by=reviewer)

    with CaptureQueriesContext(connection) as one:
        counts_of([claims[0].pk], reader=stranger)
    CountedClaim.objects.all().delete()
    with CaptureQueriesContext(connection) as many:
        counts_of([claim.pk for claim in claims], reader=stranger)

    assert len(many) == len(one)


def test_an_answered_objection_lets_the_tag_count_again(case, stranger, reviewer):
    remark = make.remark(case.tag, "disagree", "It says the opposite.")
    assert counted(case.claim, stranger).second_looks == 1

    answer_remark(remark, by=reviewer)

    assert counted(case.claim, stranger).second_looks == 0


def test_changes_that_are_counted_are_forgotten(case, stranger):
    sources(case.claim, stranger)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM annotate_countchange AS change"
            " JOIN annotate_countedclaim AS counted USING (claim_id)"
            " WHERE change.transaction < pg_snapshot_xmin(counted.snapshot)"
        )
        assert cursor.fetchone() == (0,)
