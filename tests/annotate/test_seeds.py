"""The seeds in the database are what was worked out by hand."""

import datetime
import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from annotate.models import (
    SYMMETRIC,
    Claim,
    Link,
    Provision,
    Remark,
    Tag,
    TagDerivation,
    TagProvision,
)
from annotate.seeds import load_seeds, parse_date, split_remark, stored_holder
from corpus.models import Agent, Derivation, Document, Passage
from corpus.models.derivation import DerivationKind
from tests import make

REFERENCE = make.Seeds().reference
TAGS = [pytest.param(row, id=row["id"]) for row in REFERENCE["tags"]]
LINKS = [pytest.param(row, id=row["id"]) for row in REFERENCE["links"]]


def test_everything_of_the_reference_is_loaded(seeds):
    counts = {model: model.objects.count() for model in (Tag, Link, Claim, Provision, TagProvision)}

    assert counts == {
        Tag: 36,
        Link: 18,
        Claim: 31,
        Provision: 18,
        TagProvision: sum(len(row["provision_detail"]) for row in REFERENCE["tags"]),
    }
    assert Passage.objects.count() == 35
    assert Derivation.objects.count() + TagDerivation.objects.count() == len(
        REFERENCE["derivations"]
    )


@pytest.mark.parametrize("row", TAGS)
def test_a_tag_is_as_it_was_worked_out(seeds, row):
    tag = seeds.tag(row["id"])
    text = tag.passage.text_version.text

    assert tag.exact == row["quote"] == text[row["start"] : row["end"]]
    assert (tag.start, tag.end) == (row["start"], row["end"])
    assert (tag.prefix, tag.suffix) == (row["prefix"], row["suffix"])
    assert tag.passage.ordinal == row["passage"]
    assert tag.passage.text_version.document == seeds.document(row["document"])
    assert tag.claim == seeds.claim(row["claim"])
    assert (tag.stance, tag.speech, tag.certainty) == (
        row["stance"],
        row["speech"],
        row["certainty"],
    )
    assert (tag.polarity, tag.status) == (row["polarity"], "accepted")
    assert tag.asserted_by.name == row["asserted_by"]


@pytest.mark.parametrize("row", TAGS)
def test_the_holder_is_stored_only_where_it_is_another(seeds, row):
    tag = seeds.tag(row["id"])
    effective = tag.held_by or (tag.asserted_by if tag.stance == "asserts" else None)

    assert (effective.name if effective else None) == row["held_by"]


@pytest.mark.parametrize("row", TAGS)
def test_a_tag_engages_the_provisions_of_the_reference(seeds, row):
    engaged = seeds.tag(row["id"]).provisions.values_list("provision__code", "basis", "role")

    assert sorted(engaged) == sorted(
        (detail["code"], detail["basis"], detail["role"]) for detail in row["provision_detail"]
    )


@pytest.mark.parametrize("row", LINKS)
def test_a_link_is_as_it_was_worked_out(seeds, row):
    link = seeds.link(row["id"])
    ends = [seeds.tag(row[end]["tag"]) for end in ("from", "to")]

    assert {link.from_tag, link.to_tag} == {*ends}
    assert (link.relation in SYMMETRIC) == row["symmetric"]
    assert row["symmetric"] or link.from_tag == ends[0]
    assert (link.relation, link.strength, link.directness, link.rationale) == (
        row["relation"],
        row["strength"],
        row["directness"] or "",
        row["rationale"],
    )


@pytest.mark.parametrize("row", REFERENCE["claims"], ids=lambda row: row["id"])
def test_a_claim_is_as_it_was_worded(seeds, row):
    claim = Claim.objects.get(public_id=row["id"])

    assert (claim.label, claim.text, claim.kind, claim.status) == (
        row["label"],
        row["text"],
        row["kind"],
        "active",
    )
    assert claim.home is None


@pytest.mark.parametrize("name", list(REFERENCE["passages"]))
def test_passages_have_the_kinds_and_voices_of_the_reference(seeds, name):
    document = seeds.document(name)
    passages = Passage.objects.filter(text_version__document=document).order_by("ordinal")

    assert [
        ((passage.voice or document.author).name, passage.kind, passage.altered)
        for passage in passages.select_related("voice")
    ] == [
        (row["voice"] or document.author.name, row["kind"], row["altered"])
        for row in REFERENCE["passages"][name]
    ]


def test_derivations_are_called_as_the_model_calls_them(seeds):
    kinds = {*Derivation.objects.values_list("kind", flat=True)} | {
        *TagDerivation.objects.values_list("kind", flat=True)
    }

    assert not kinds & {"verbatim", "altered"}
    assert kinds <= set(DerivationKind.values)


def test_a_remark_in_brackets_is_no_part_of_the_publisher(seeds):
    publishers = Agent.objects.filter(pk__in=Document.objects.values("publisher"))

    assert publishers
    assert not publishers.filter(name__contains="(")
    assert Remark.objects.filter(document=seeds.statement, text__startswith="Publisher: ")


def test_what_was_not_captured_whole_says_so(seeds):
    assert seeds.report.capture_quality == "partial"


def test_cited_works_are_ready_but_not_held(seeds):
    cited = Document.objects.filter(holding="external")

    assert cited.count() == len(REFERENCE["external_sources"])
    assert not Passage.objects.filter(text_version__document__in=cited)


def test_everything_is_loaded_in_the_systems_name(seeds):
    assert {*Tag.objects.values_list("created_by__username", flat=True)} == {"system"}
    event = seeds.tag("U09").history.get()
    assert event.pgh_context["action"] == "load_seeds"


def test_a_second_load_changes_nothing(seeds):
    before = [model.objects.count() for model in (Tag, Link, Claim, Agent, Document, Remark)]

    loaded = load_seeds(settings.SEEDS_DIR)

    assert (loaded.documents, loaded.tags, loaded.links, loaded.made) == (2, 36, 18, False)
    assert [
        model.objects.count() for model in (Tag, Link, Claim, Agent, Document, Remark)
    ] == before


def test_the_next_claim_is_numbered_after_the_seeds(committing_db, seeds):
    assert make.claim().public_id == "C32"


def test_the_seeds_load_beside_what_is_there(committing_db):
    mine = make.claim(public_id="C01")
    make.agent("United States")

    loaded = load_seeds(settings.SEEDS_DIR)

    theirs = make.Seeds().claim("C01")
    assert (loaded.tags, loaded.links) == (36, 18)
    assert Claim.objects.get(public_id="C01") == mine
    assert theirs.public_id == "C32"
    assert make.Seeds().tag("U09").claim_when_tagged == theirs
    assert Agent.objects.filter(name="United States").count() == 1


def test_the_seeds_load_where_a_provision_is_there(committing_db):
    mine = make.provision("UDHR", title="Mine")

    load_seeds(settings.SEEDS_DIR)

    assert Provision.objects.get(code="UDHR") == mine


def test_the_command_says_what_it_did(committing_db):
    said = StringIO()

    call_command("load_seeds", stdout=said)
    call_command("load_seeds", stdout=said)

    assert said.getvalue().splitlines() == [
        "Loaded 2 documents, 36 tags, 18 links.",
        "Your data is as you left it: 2 documents, 36 tags, 18 links.",
    ]


def test_texts_that_are_not_the_references_are_refused(committing_db, settings, tmp_path):
    folder = tmp_path / "seeds"
    shutil.copytree(settings.SEEDS_DIR, folder)
    (folder / make.Seeds.REPORT).write_text("Another text.\n")
    settings.SEEDS_DIR = folder

    with pytest.raises(CommandError, match=r"is not cut into the passages of the reference"):
        call_command("load_seeds")

    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Name", ("Name", "")),
        ("Name (a remark)", ("Name", "a remark")),
        ("Name (one) two", ("Name (one) two", "")),
        ("", ("", "")),
    ],
)
def test_a_remark_follows_in_brackets(text, parts):
    assert split_remark(text) == parts


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2023-09-01", datetime.date(2023, 9, 1), "day"),
        ("2011-03", datetime.date(2011, 3, 1), "month"),
        ("2011", datetime.date(2011, 1, 1), "year"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text, day, precision):
    assert parse_date(text) == (day, precision)


@pytest.mark.parametrize(
    ("stance", "held_by", "stored"),
    [
        ("asserts", "A", None),
        ("asserts", None, None),
        ("rejects", "B", "B"),
        ("denies", None, None),
    ],
)
def test_only_anothers_position_names_its_holder(stance, held_by, stored):
    assert stored_holder(stance, held_by, "A") == stored
