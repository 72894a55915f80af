"""What reads like a claim, and what does not."""

import json

import pytest
from django.conf import settings

from annotate.guard.propositions import complaint, finished

REFERENCE = json.loads((settings.SEEDS_DIR / "reference.json").read_text("utf-8"))

PROPOSITIONS = [
    "Member states that refuse extradition are sanctioned.",
    "China's claims that Uyghurs are extremists are unfounded.",
    "People who said so were imprisoned.",
    "The SCO claims jurisdiction over political crimes.",
    "Reports that China tortured detainees are credible.",
    "The resolution emphasizes positions inconsistent with the Charter.",
    "The alleged perpetrators walk free.",
    "Asylum claims by Uyghurs are rejected.",
    "China claims islands that are disputed.",
    "Members have no say in extraditions.",
    "In view of its record the SCO is no partner.",
    "China's position in the SCO is dominant.",
    "Detainees say nothing in court.",
    "The State party reports violations to no one.",
    "Russia declared war on Ukraine.",
    "上合组织成员国违反不驱回原则。",
    "上合组织被认为是合作伙伴。",
    "ШОС нарушает принцип невысылки.",
    "Los Estados miembros devuelven a refugiados.",
    "Les États membres refoulent des réfugiés.",
]
SAYINGS = [
    "The United States says that terrorism is bad.",
    "China claims that Uyghurs are extremists.",
    "The SCO states that it respects rights.",
    "HRIC argues the SCO framework is abusive.",
    "The SCO has said it respects rights.",
    "According to HRIC, the SCO violates rights.",
    "The SCO violates rights, according to HRIC.",
    "As the UN has noted, rights matter.",
    "In the view of China, order comes first.",
    "In China’s view torture is rare.",
    "The SCO claims torture is rare.",
    "China insists the Uyghurs are free.",
    "Detainees say they are beaten.",
    "States argue that the Charter prevails.",
    "China's position is that torture is rare.",
    "США заявляют, что ШОС нарушает права.",
    "По мнению ООН, права важны.",
    "美国说上合组织侵犯人权。",
    "中国认为恐怖主义等于分裂主义。",
    "据新华社报道，会议成功。",
    "El ministro afirma que la tortura es rara.",
    "Según el Gobierno, la tortura es rara.",
    "Le ministre affirme que la torture est rare.",
    "Selon le gouvernement, la torture est rare.",
]


@pytest.mark.parametrize("text", [*(row["text"] for row in REFERENCE["claims"]), *PROPOSITIONS])
def test_a_proposition_is_left_alone(text):
    assert complaint(text) == ""
    assert finished(text) == text


@pytest.mark.parametrize("text", SAYINGS)
def test_who_says_it_does_not_belong_in_a_claim(text):
    assert complaint(text).startswith("Leave out who says it")


@pytest.mark.parametrize("text", ["", "SCO bad", "驱回", "😀 😀"])
def test_a_claim_is_a_whole_sentence(text):
    assert complaint(text).startswith("Write a whole sentence")


@pytest.mark.parametrize("text", ["Does the SCO violate rights?", "上合组织违反原则吗？"])
def test_a_claim_is_no_question(text):
    assert complaint(text).startswith("Write a statement")


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("The SCO  does\nthis", "The SCO does this."),
        ("上合组织违反原则", "上合组织违反原则。"),
        ("The SCO does “this.”", "The SCO does “this.”"),
        ("ШОС это делает!", "ШОС это делает!"),
    ],
)
def test_a_sentence_ends_with_a_stop(text, stored):
    assert finished(text) == stored
