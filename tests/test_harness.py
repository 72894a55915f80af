"""The harness itself: what tests rely on without looking."""

import threading
import urllib.request

import pytest
from django.db import connection

from annotate.models import Tag
from corpus.models import Collection, Person
from tests import make


@pytest.fixture(params=[1, 2])
def again(request):
    """Run a test twice, so that the second run would see what the first one left."""
    return request.param


def test_what_a_test_does_is_rolled_back(db, again):
    assert not Person.objects.exists()

    make.tag()

    assert Tag.objects.count() == 1


def test_what_a_test_commits_is_gone_for_the_next(committing_db, again):
    assert not Person.objects.exists()

    make.tag()

    assert connection.get_autocommit()


def test_other_threads_see_what_is_committed(committing_db):
    make.collection("Seen by all")
    seen: list[str] = []

    def look():
        seen.extend(Collection.objects.values_list("name", flat=True))
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()

    assert seen == ["Seen by all"]


def test_the_seeds_are_there_when_asked_for(seeds, collection, reviewer):
    assert Tag.objects.count() == 36
    assert collection == seeds.collection
    assert seeds.tag("U09").claim == seeds.claim("C01")


def test_the_seeds_are_there_in_a_database_that_commits(committing_db, seeds):
    assert Tag.objects.count() == 36


def test_a_live_server_answers(live, reviewer):
    with urllib.request.urlopen(f"{live}/accounts/login/") as answer:
        assert answer.status == 200


def test_the_cast_signs_in(reviewer, curator, reader, stranger, insider, curator_elsewhere):
    client = make.browser(reviewer)

    assert client.session["_auth_user_id"] == str(reviewer.pk)
    assert curator.is_staff
    assert not reviewer.is_staff
