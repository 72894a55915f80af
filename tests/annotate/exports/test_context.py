"""The words around a quote, in tags.csv."""

import pytest

from annotate.models import Tag
from corpus.models import TAGGABLE_KINDS, Passage
from tests import make
from tests.annotate.exported import rows


def expected_context(tag):
    """Return both contexts by the book: join everything that is not boilerplate, then cut."""
    passages = list(
        Passage.objects.filter(text_version=tag.passage.text_version_id)
        .exclude(kind="boilerplate")
        .order_by("ordinal")
    )
    before = [p.text for p in passages if p.ordinal < tag.passage.ordinal]
    after = [p.text for p in passages if p.ordinal > tag.passage.ordinal]
    own_before = tag.passage.text[: tag.start - tag.passage.start]
    own_after = tag.passage.text[tag.end - tag.passage.start :]
    return (
        "¶".join([*before, own_before])[-200:],
        "¶".join([own_after, *after])[:200],
    )


@pytest.mark.parametrize("length", [1, 20, 98, 199, 450])
def test_context_runs_on_over_passages_of_any_length(reader, collection, length):
    lines = [f"{number} 😀" + "é" * (length - 1) for number in range(260 // (length + 3) + 6)]
    kinds = {3: "boilerplate", 4: "boilerplate"}
    document = make.document("\n".join(lines), collection=collection, kinds=kinds)
    places = Passage.objects.filter(text_version__document=document, kind__in=TAGGABLE_KINDS)
    tags = [make.tag(make.passage(document, place.ordinal), "😀") for place in places]

    found = {r["tag_id"]: (r["context_before"], r["context_after"]) for r in rows(reader)}

    assert found == {str(tag.pk): expected_context(tag) for tag in tags}


def test_context_of_the_seeds_is_right(seeds, reader):
    tags = Tag.objects.select_related("passage")

    found = {r["tag_id"]: (r["context_before"], r["context_after"]) for r in rows(reader)}

    assert found == {str(tag.pk): expected_context(tag) for tag in tags}
