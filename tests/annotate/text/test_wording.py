import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.text.wording import Name, lower_first, sentence, short_stance, with_article

REFERENCE = json.loads(
    (Path(__file__).parents[3] / "seeds" / "reference.json").read_text(encoding="utf-8")
)
UNITED_STATES = Name("United States", "state")
HRIC = Name("Human Rights in China", "ngo")
SCO = Name("Shanghai Cooperation Organization", "igo")
SECRETARY_GENERAL = Name("UN Secretary-General", "office")
ASSEMBLY = Name("UN General Assembly", "igo_organ")
EQUAL = "Terrorism, separatism and extremism are to be treated as equivalent."

KEEP_THEIR_CAPITAL = {
    "C03": "Russia's war",
    "C05": "SCO member states' practices",
    "C06": "SCO member states prosecute",
    "C07": "SCO member states commit",
    "C18": "SCO counter-terrorism practices",
    "C19": "SCO counter-terrorism practices",
    "C20": "SCO counter-terrorism practices",
    "C21": "SCO counter-terrorism practices",
    "C22": "SCO counter-terrorism practice",
}


@pytest.mark.parametrize(
    ("stance", "voice", "holder", "said"),
    [
        ("asserts", HRIC, None, "Human Rights in China says that terrorism"),
        ("denies", UNITED_STATES, None, "The United States says it is not so that terrorism"),
        ("questions", SCO, None, "The Shanghai Cooperation Organization asks or doubts whether te"),
        ("endorses", UNITED_STATES, ASSEMBLY, "The United States agrees with the UN General As"),
        ("rejects", UNITED_STATES, SCO, "The United States disagrees with the Shanghai Coopera"),
        ("attributes", HRIC, SCO, "Human Rights in China reports that the Shanghai Cooperation"),
    ],
)
def test_a_tag_reads_as_a_sentence(
    stance: str, voice: Name, holder: Name | None, said: str
) -> None:
    whole = sentence(stance, voice, holder, EQUAL)

    assert whole.startswith(said)
    assert whole.endswith("separatism and extremism are to be treated as equivalent.")


def test_the_sentence_of_the_worst_error_is_right() -> None:
    assert sentence("rejects", UNITED_STATES, SCO, EQUAL) == (
        "The United States disagrees with the Shanghai Cooperation Organization that terrorism, "
        "separatism and extremism are to be treated as equivalent."
    )


def test_a_quoted_voice_names_who_quotes_it() -> None:
    said = sentence("asserts", SECRETARY_GENERAL, None, "It is so.", conveyed_by=HRIC)

    assert (
        said == "The UN Secretary-General says that it is so, as quoted by Human Rights in China."
    )


def test_a_holder_not_chosen_yet_is_somebody_else() -> None:
    assert sentence("rejects", HRIC, None, "It is so.") == (
        "Human Rights in China disagrees with somebody else that it is so."
    )


def test_a_stance_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence("likes", HRIC, None, EQUAL)
    with pytest.raises(KeyError):
        short_stance("likes")


@pytest.mark.parametrize("claim", REFERENCE["claims"], ids=lambda claim: claim["id"])
def test_every_claim_of_the_seeds_stands_well_in_a_sentence(claim: dict[str, str]) -> None:
    said = sentence("asserts", HRIC, None, claim["text"])

    text = claim["text"]
    lowered = text[0].lower() + text[1:]
    clause = text if claim["id"] in KEEP_THEIR_CAPITAL else lowered
    assert text.startswith(KEEP_THEIR_CAPITAL.get(claim["id"], text))
    assert said == f"Human Rights in China says that {clause}"


@pytest.mark.parametrize(
    ("claim", "clause"),
    [
        ("Alexei Navalny was poisoned.", "Alexei Navalny was poisoned"),
        ("Treating Uyghurs as terrorists is wrong!", "treating Uyghurs as terrorists is wrong"),
        ("Uyghurs’ rights matter?", "Uyghurs’ rights matter"),
        ("Hong Kong's law bans speech", "Hong Kong's law bans speech"),
        ("Russia-backed forces fight", "Russia-backed forces fight"),
        ("Non-Chinese firms leave.", "non-Chinese firms leave"),
        ("Muslims are jailed...", "Muslims are jailed"),
        ("I am not free.", "I am not free"),
        ("A law is a law.", "a law is a law"),
        ("Every State must comply.", "every State must comply"),
        ("恐怖主义与分裂主义等同。", "恐怖主义与分裂主义等同"),
        ("Инакомыслие — терроризм.", "Инакомыслие — терроризм"),
        ("ھەممە ئادەم ھۆر؟", "ھەممە ئادەم ھۆر"),
        ("They call it “terror.”", "they call it “terror”"),
        ("They fled to the U.S.", "they fled to the U.S."),
        ("“Terror” is a pretext.", "“Terror” is a pretext"),
    ],
)
def test_a_claim_becomes_a_clause(claim: str, clause: str) -> None:
    assert sentence("asserts", HRIC, None, claim) == (
        f"Human Rights in China says that {clause.removesuffix('.')}."
    )


def test_a_known_name_keeps_its_capital() -> None:
    known = frozenset({"Memorial", "Safeguard defenders"})

    assert lower_first("Memorial's closure is unlawful.", known).startswith("Memorial's")
    assert lower_first("Safeguard defenders, an NGO, left.", known).startswith("Safeguard")
    assert lower_first("Memorials are unlawful.", known).startswith("memorials")


@pytest.mark.parametrize(
    ("kind", "name", "in_a_sentence"),
    [
        ("state", "United Kingdom", "the United Kingdom"),
        ("state", "Netherlands", "the Netherlands"),
        ("state", "Philippines", "the Philippines"),
        ("state", "Russian Federation", "the Russian Federation"),
        ("state", "Kyrgyz Republic", "the Kyrgyz Republic"),
        ("state", "Solomon Islands", "the Solomon Islands"),
        ("state", "China", "China"),
        ("state", "Iran (Islamic Republic of)", "Iran (Islamic Republic of)"),
        ("igo", "SCO", "the SCO"),
        ("igo", "United Nations", "the United Nations"),
        ("igo", "NATO", "NATO"),
        ("igo", "INTERPOL", "INTERPOL"),
        ("igo", "上海合作组织", "上海合作组织"),
        ("treaty_body", "Committee against Torture", "the Committee against Torture"),
        ("court", "European Court of Human Rights", "the European Court of Human Rights"),
        ("office", "UN Secretary-General", "the UN Secretary-General"),
        ("state_body", "Ministry of Public Security", "the Ministry of Public Security"),
        ("special_procedure", "Special Rapporteur on torture", "the Special Rapporteur on torture"),
        ("ngo", "Amnesty International", "Amnesty International"),
        ("ngo", "Front Line Defenders", "Front Line Defenders"),
        ("ngo", "Committee to Protect Journalists", "the Committee to Protect Journalists"),
        ("ngo", "World Uyghur Congress", "the World Uyghur Congress"),
        ("ngo", "Norwegian Helsinki Committee", "the Norwegian Helsinki Committee"),
        ("media", "The New York Times", "the New York Times"),
        ("media", "Reuters", "Reuters"),
        ("person", "Ban Ki-moon", "Ban Ki-moon"),
        ("group", "Communist Party of China", "the Communist Party of China"),
    ],
)
def test_names_take_the_article_they_are_said_with(
    kind: str, name: str, in_a_sentence: str
) -> None:
    assert with_article(Name(name, kind)) == in_a_sentence


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("asserts", "says so"),
        ("denies", "says it is not so"),
        ("questions", "asks or doubts whether"),
        ("endorses", "agrees with"),
        ("rejects", "disagrees with"),
        ("attributes", "reports that"),
    ],
)
def test_the_card_speaks_plainly(stance: str, words: str) -> None:
    assert short_stance(stance) == words


@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_any_name_and_claim_make_a_sentence(claim: str, name: str) -> None:
    said = sentence("rejects", Name(name, "unknown"), Name(name, "igo"), claim)

    assert said.endswith(".")
    assert not said.endswith("..")
    assert " disagrees with " in said
