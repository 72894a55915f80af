"""An old id of a merged claim still finds what the claim became."""

import pytest
from django.urls import reverse

from annotate.models import ClaimStatus
from tests import make
from tests.annotate.exported import rows


@pytest.fixture
def merged(seeds):
    """Return a claim that became C01."""
    return make.claim("old name", status=ClaimStatus.MERGED, merged_into=seeds.claim("C01"))


def test_an_export_by_an_old_id_has_the_tags_of_what_it_became(merged, reader):
    assert rows(reader, claim=merged.public_id) == rows(reader, claim="C01") != []


def test_an_export_by_both_ids_has_each_tag_once(merged, reader):
    both = rows(reader, claim=[merged.public_id, "C01"])

    assert both == rows(reader, claim="C01")


def test_an_export_by_the_id_of_a_hidden_claim_is_refused(seeds, closed, reader):
    hidden = make.claim(home=closed, status=ClaimStatus.MERGED, merged_into=seeds.claim("C01"))

    answer = make.browser(reader).get(reverse("export_tags"), {"claim": hidden.public_id})

    assert answer.status_code == 422
    assert "There is no claim" in answer.text


@pytest.mark.parametrize("name", ["list_links", "list_claims"])
def test_a_list_by_an_old_id_has_what_it_became(merged, reader, name):
    asked = {"list_links": "claim", "list_claims": "q"}[name]
    client = make.browser(reader)

    by_old = client.get(reverse(name), {asked: merged.public_id.lower()})
    by_new = client.get(reverse(name), {asked: "C01"})

    shown = {"list_links": "Open the link", "list_claims": "Terrorism, separatism"}[name]
    assert by_old.text.count(shown) == by_new.text.count(shown) > 0


def test_second_looks_by_an_old_id_are_those_of_what_it_became(merged, seeds, reviewer):
    make.tag(seeds.report, "practice", claim=seeds.claim("C01"), by=reviewer, status="stale")

    answer = make.browser(reviewer).get(reverse("show_second_looks"), {"claim": merged.public_id})

    assert "practice" in answer.text


def test_a_merged_claim_is_still_listed_when_it_is_asked_for(merged, reader):
    answer = make.browser(reader).get(
        reverse("list_claims"), {"q": merged.public_id, "status": "merged"}
    )

    assert "old name" in answer.text


def test_my_work_by_an_old_id_is_that_of_what_it_became(merged, seeds, reviewer):
    made = make.tag(seeds.report, "practice", claim=seeds.claim("C01"), by=reviewer)
    make.tag(seeds.report, "practice", claim=seeds.claim("C02"), by=reviewer)

    answer = make.browser(reviewer).get(reverse("show_mine"), {"claim": merged.public_id})

    assert [line.tag.pk for line in answer.context["tags"].lines] == [made.pk]
