"""What the tests of the admin are about."""

import pytest

from tests import make


@pytest.fixture
def document(collection):
    """Return a document ready to be tagged."""
    return make.document(collection=collection, author=make.agent("United States"))


@pytest.fixture
def passage(document):
    """Return its first paragraph."""
    return make.passage(document)


@pytest.fixture
def quoted(db):
    """Return somebody whose words stand in the document."""
    return make.agent("Secretary-General", kind="office")


@pytest.fixture
def passages(document):
    """Return the first two paragraphs of the document."""
    return [make.passage(document, 2), make.passage(document, 3)]
