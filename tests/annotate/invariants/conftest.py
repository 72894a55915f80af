"""What the invariants are tried on: one tag, and one link of it."""

import pytest

from corpus.history import history
from tests import make
from tests.annotate.invariants import TEXT


@pytest.fixture
def document(collection):
    return make.document(TEXT, collection=collection)


@pytest.fixture
def passage(document):
    return make.passage(document, 2)


@pytest.fixture
def tag(passage, reviewer):
    return make.tag(passage, "disagrees with the Council", by=reviewer)


@pytest.fixture
def acting(reviewer):
    """Act as the tag's author, whom the session's settings name."""
    with history(by=reviewer, action="raw"):
        yield


@pytest.fixture
def other(collection, reviewer):
    return make.tag(make.document(collection=collection), "naïve 😀", by=reviewer)


@pytest.fixture
def link(tag, other, reviewer):
    return make.link(tag, other, by=reviewer)
