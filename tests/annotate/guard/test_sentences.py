"""The guard by classes of sentences, in six languages; the lists are in guard/*.txt.

Each line is what the form should do, and a sentence with the selected words in brackets: "no"
and "open" are the speaker's own, "theirs" is somebody else's and left open, "stop" only asks,
"plain" does not ask at all.
"""

import time
from pathlib import Path

import pytest

from annotate.guard import Cue, find_cue

from .test_finding import HRIC, SCO, WIDER_CAST, cue_in

LISTS = Path(__file__).parent


def lines(*kinds: str) -> list[tuple[str, str]]:
    """Return the languages and marked sentences of these kinds."""
    return [
        (path.stem, marked)
        for path in sorted(LISTS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for kind, _, marked in [line.partition("|")]
        if kind in kinds
    ]


def cue_of(language: str, marked: str, voice: str = HRIC) -> Cue | None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked[:start] + marked[start + 1 : end + 1] + marked[end + 2 :]
    return find_cue(
        text,
        start,
        end,
        language=language,
        claim_is_position=False,
        agents=WIDER_CAST,
        voice=voice,
    )


def not_so(kind: str, promise: tuple[object, ...]) -> list[str]:
    found = [(marked, cue_of(language, marked)) for language, marked in lines(kind)]
    wrong = [
        marked
        for marked, cue in found
        if cue is None or promise not in {(cue.agree,), (cue.agree, cue.own)}
    ]
    assert len(found) > 90
    return wrong


def test_what_the_speaker_says_is_not_so_is_proposed_as_no() -> None:
    assert not_so("no", ("no",)) == []


def test_what_the_speaker_doubts_asks_or_supposes_is_left_open() -> None:
    assert not_so("open", ("open",)) == []


def test_what_somebody_else_says_or_denies_is_theirs_and_left_open() -> None:
    assert not_so("theirs", ("open", False)) == []


def test_nothing_the_text_turns_down_or_reports_is_proposed_as_agreed() -> None:
    found = [(marked, cue_of(language, marked)) for language, marked in lines("stop")]

    assert [marked for marked, cue in found if cue is None or cue.agree == "yes"] == []


def test_what_is_plainly_said_is_not_asked_about() -> None:
    found = [marked for language, marked in lines("plain") if cue_of(language, marked)]

    assert found == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The government denies that [prisoners are beaten]."),
        ("en", "Officials doubt that [prisoners are beaten]."),
        ("en", "The minister refused to admit that [prisoners are beaten]."),
        ("en", "[Prisoners are beaten]. The government disagrees."),
        ("ru", "Правительство отрицает, что [заключённых бьют]."),
        ("zh", "政府否认[囚犯遭殴打]。"),
        ("ar", "تنفي الحكومة أن [السجناء يضربون]."),
    ],
)
def test_what_somebody_unknown_denies_is_not_the_speakers_no(language: str, marked: str) -> None:
    cue = cue_of(language, marked)

    assert cue is not None
    assert (cue.agree, cue.own, cue.holder) == ("open", False, None)


@pytest.mark.parametrize("who", ["The SCO", "The government", "We", "Nobody here"])
def test_whoever_does_not_do_it_the_speaker_says_so(who: str) -> None:
    cue = cue_of("en", f"{who} did not [protect human rights].")

    assert cue is not None
    assert (cue.kind, cue.agree, cue.own, cue.words) == ("rejects", "no", True, "not") or (
        cue.words == "Nobody"
    )


@pytest.mark.parametrize(
    "marked",
    [
        "China says the SCO does not [protect human rights].",
        "China insists that it does not [hold prisoners].",
        "China does not [hold prisoners], according to the embassy.",
        "The minister told reporters: “We do not [hold prisoners].”",
    ],
)
def test_a_denial_that_is_reported_is_not_the_speakers(marked: str) -> None:
    cue = cue_of("en", marked)

    assert cue is not None
    assert (cue.kind, cue.agree, cue.own) == ("reports", "open", False)
    assert "not" in marked.replace("[", "")[cue.widened_start : cue.widened_end]


@pytest.mark.parametrize(
    "marked", ["The police did not [question anybody].", "The court does not [hide its verdicts]."]
)
def test_a_verb_of_denying_inside_the_words_takes_no_negation_back(marked: str) -> None:
    cue = cue_of("en", marked)

    assert cue is not None
    assert (cue.kind, cue.agree, cue.own) == ("rejects", "no", True)


def test_who_does_not_deny_it_says_so_and_the_speaker_does_not() -> None:
    theirs = cue_of("en", "China does not deny that [prisoners are beaten].")

    assert theirs is not None
    assert (theirs.kind, theirs.agree, theirs.own) == ("reports", "open", False)
    assert cue_of("en", "We do not deny that [prisoners are beaten].") is None


@pytest.mark.parametrize(
    ("marked", "asked"),
    [
        ("The guard was curt: “[We have orders]. You must leave.”", True),
        ("The guard was curt: “We have orders. [You must leave].”", True),
        ("Ein Satz mit „[drei ganzen Wörtern]“ darin.", True),
        ("An “[extremism]” clause was added.", False),
        ("“[Rights matter to all of us].”", False),
        ("The “old guard” said nothing. [Rights matter].", False),
    ],
)
def test_words_inside_quotation_marks_are_somebodys(marked: str, asked: bool) -> None:
    assert (cue_of("en", marked) is not None) == asked


def test_a_known_speaker_is_proposed_though_there_is_no_that() -> None:
    for marked in ("The SCO states: “[Dissent is terror].”", "The SCO: [dissent is terror]."):
        cue = cue_of("en", marked)

        assert cue is not None
        assert (cue.kind, cue.agree, cue.holder) == ("reports", "open", SCO)


def test_agreement_of_somebody_unknown_is_left_open() -> None:
    for marked in (
        "The minister agrees with the SCO that [dissent is terror].",
        "As the minister has stressed, [dissent is terror].",
    ):
        cue = cue_of("en", marked)

        assert cue is not None
        assert (cue.kind, cue.agree) == ("endorses", "open")


def test_a_mere_not_in_the_sentence_before_turns_no_position_down() -> None:
    text = "The SCO does not meet in winter. These laws equate terror with dissent."

    cue = cue_in(text, "equate terror", voice=HRIC, position=True)

    assert cue is not None
    assert (cue.kind, cue.agree) == ("position", "open")


@pytest.mark.parametrize(
    "nasty",
    ["not ", "the the ", "a", "said ", "“", "(((", "is not ", "no one, ", "x’s ", "if ", "told a ",
     "не что, ", "доклад ", "不的说", "لا أن ", "، ", ".”"],
)  # fmt: skip
def test_no_text_however_odd_takes_long(nasty: str) -> None:
    text = (nasty * 8000)[:8000] + "some words" + (nasty * 1000)[:1000]
    started = time.perf_counter()

    cue_in(text, "some words", language="", position=True)

    assert time.perf_counter() - started < 10  # a catastrophe takes minutes
