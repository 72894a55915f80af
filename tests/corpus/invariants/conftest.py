"""What the invariants are tried on: one document with a list in it."""

import pytest

from corpus.models import TextVersion
from tests import make
from tests.corpus.invariants import TEXT


@pytest.fixture
def document():
    return make.document(TEXT)


@pytest.fixture
def version(document):
    return TextVersion.objects.get(document=document)


@pytest.fixture
def paragraph(document):
    return make.passage(document, 2)
