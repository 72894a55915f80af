import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.guard import Cue, find_cue, find_mentions

SEEDS = Path(__file__).parents[3] / "seeds"
REFERENCE = json.loads((SEEDS / "reference.json").read_text(encoding="utf-8"))
POSITIONS = {claim["id"] for claim in REFERENCE["claims"] if claim["kind"] == "position"}

SCO = "Shanghai Cooperation Organization"
HRIC = "Human Rights in China"
ASSEMBLY = "UN General Assembly"
ALIASES = {
    "United States": ["U.S.", "US", "США", "美国"],
    HRIC: ["HRIC"],
    SCO: ["SCO", "ШОС", "上海合作组织", "上合组织"],
    ASSEMBLY: ["General Assembly", "Генеральная Ассамблея"],
    "UN Secretary-General": ["Secretary-General"],
}
CAST = [
    (agent["name"], [agent["name"], *ALIASES.get(agent["name"], [])])
    for agent in REFERENCE["agents"]
]
WIDER_CAST = [
    *CAST,
    ("China", ["China", "Китай", "中国"]),
    ("Russia", ["Russia", "Russian Federation"]),
    ("United Nations", ["United Nations", "UN", "联合国"]),
    ("Human Rights Watch", ["Human Rights Watch", "HRW"]),
]

# What somebody in a hurry selects: the claim's words without the cue.
MINIMAL = {
    "U04": "justifying Russia’s brutal war against Ukraine",
    "U09": "the SCO’s position that equates terrorism, separatism, and extremism",
    "U12": "respect for human rights, fundamental freedoms, and the rule of law are complementary "
    "and mutually reinforcing with effective counterterrorism measures",
    "H07": "gives equal weight to alleged separatist, extremist, and terrorist acts",
    "H18": "respect for human rights for all and the rule of law as the fundamental basis of the "
    "fight against terrorism",
}
PROPOSED = {
    "U04": ("rejects", "no", SCO),
    "U09": ("rejects", "no", SCO),
    "U12": ("endorses", "yes", ASSEMBLY),
    # Nothing in its own sentence says that HRIC disagrees, and "In adapting" takes nothing up.
    "H07": ("position", "open", SCO),
    "H18": ("reports", "open", None),
}
REFUSALS = ["不能", "不会", "不可", "不愿", "难以", "無法", "无法", "从未", "從未", "很难", "不太"]
SAYS = ["says", "claims", "maintains", "believes", "insists", "argues", "alleges", "stressed"]
PLAIN = [tag for tag in REFERENCE["tags"] if tag["id"] not in MINIMAL]


def cue_of_tag(
    tag: dict[str, Any], words: str, cast: list[tuple[str, list[str]]] = CAST
) -> Cue | None:
    text, start = passage_and_place(tag, words)
    return find_cue(
        text,
        start,
        start + len(words),
        language="en",
        claim_is_position=tag["claim"] in POSITIONS,
        agents=cast,
        voice=tag["asserted_by"],
    )


def passage_and_place(tag: dict[str, Any], words: str) -> tuple[str, int]:
    passages = REFERENCE["passages"][tag["document"]]
    passage = next(each for each in passages if each["ordinal"] == tag["passage"])
    first = max(0, tag["start"] - passage["start"])
    return passage["text"], passage["text"].index(words, first)


def tag_named(tag_id: str) -> dict[str, Any]:
    return next(tag for tag in REFERENCE["tags"] if tag["id"] == tag_id)


def cue_in(
    text: str,
    words: str,
    *,
    language: str = "en",
    voice: str = "United States",
    position: bool = False,
) -> Cue | None:
    start = text.index(words)
    return find_cue(
        text,
        start,
        start + len(words),
        language=language,
        claim_is_position=position,
        agents=WIDER_CAST,
        voice=voice,
    )


@pytest.mark.parametrize("tag_id", MINIMAL)
@pytest.mark.parametrize("cast", [CAST, WIDER_CAST], ids=["seed agents", "more agents"])
def test_another_holders_position_is_noticed(
    tag_id: str, cast: list[tuple[str, list[str]]]
) -> None:
    cue = cue_of_tag(tag_named(tag_id), MINIMAL[tag_id], cast)

    assert cue is not None
    assert (cue.kind, cue.agree, cue.holder) == PROPOSED[tag_id]


@pytest.mark.parametrize("tag_id", ["U04", "U09", "U12"])
def test_the_quote_is_widened_to_that_of_the_reference(tag_id: str) -> None:
    tag = tag_named(tag_id)
    text, _ = passage_and_place(tag, MINIMAL[tag_id])

    cue = cue_of_tag(tag, MINIMAL[tag_id])

    assert cue is not None
    assert text[cue.widened_start : cue.widened_end] == tag["quote"]


def test_the_principle_is_widened_to_its_article() -> None:
    tag = tag_named("H18")
    text, _ = passage_and_place(tag, MINIMAL["H18"])

    cue = cue_of_tag(tag, MINIMAL["H18"])

    assert cue is not None
    assert text[cue.widened_start : cue.widened_end].startswith("the articulated principle within")


@pytest.mark.parametrize("tag", [tag_named(each) for each in MINIMAL], ids=lambda tag: tag["id"])
def test_a_cue_inside_the_whole_quote_is_noticed_too(tag: dict[str, Any]) -> None:
    cue = cue_of_tag(tag, tag["quote"])

    agree = {"rejects": "no", "endorses": "yes", "attributes": "open"}[tag["stance"]]
    assert cue is not None
    assert cue.agree == agree


@pytest.mark.parametrize("tag", PLAIN, ids=lambda tag: tag["id"])
def test_a_plain_assertion_is_left_alone(tag: dict[str, Any]) -> None:
    cue = cue_of_tag(tag, tag["quote"], WIDER_CAST)

    # U01 says a position, and in its own words: asked about, with nobody else proposed.
    assert (tag["id"], cue and (cue.kind, cue.holder)) in {
        (tag["id"], None),
        ("U01", ("position", None)),
    }


@pytest.mark.parametrize(
    ("text", "words", "kind", "agree", "holder"),
    [
        (
            "According to HRW, China tortures.",
            "China tortures",
            "reports",
            "open",
            "Human Rights Watch",
        ),
        (
            "China tortures, according to HRW.",
            "China tortures",
            "reports",
            "open",
            "Human Rights Watch",
        ),
        ("China claims that camps are schools.", "camps are schools", "reports", "open", "China"),
        (
            "The SCO’s envoy argues that camps are schools.",
            "camps are schools",
            "reports",
            "open",
            SCO,
        ),
        (
            "“Camps are schools,” said China on Monday.",
            "Camps are schools",
            "reports",
            "open",
            "China",
        ),
        (
            "The position of the SCO that dissent is terror is old.",
            "dissent is terror",
            "reports",
            "open",
            SCO,
        ),
        (
            "China’s so-called schools hold a million.",
            "schools hold a million",
            "rejects",
            "no",
            "China",
        ),
        (
            "We reject the SCO’s notion that dissent is terror.",
            "dissent is terror",
            "rejects",
            "no",
            SCO,
        ),
        ("We do not\naccept China’s idea of rights.", "idea of rights", "rejects", "no", "China"),
        ("China denies that camps are prisons.", "camps are prisons", "rejects", "open", None),
        (
            "That torture is lawful was rejected by China.",
            "torture is lawful",
            "rejects",
            "open",
            None,
        ),
        (
            "As noted by the General Assembly, rights matter.",
            "rights matter",
            "endorses",
            "yes",
            ASSEMBLY,
        ),
        ("We agree with the SCO that terror is wrong.", "terror is wrong", "endorses", "yes", SCO),
        ("China reportedly holds a million.", "holds a million", "reports", "open", None),
    ],
)
def test_english_cues(text: str, words: str, kind: str, agree: str, holder: str | None) -> None:
    cue = cue_in(text, words)

    assert cue is not None
    assert (cue.kind, cue.agree, cue.holder) == (kind, agree, holder)


@pytest.mark.parametrize(
    ("text", "words", "kind", "holder"),
    [
        ("США не согласны с позицией ШОС о терроре.", "о терроре", "rejects", SCO),
        ("США отвергают мнение, что террор полезен.", "террор полезен", "rejects", None),
        ("Так называемые школы полны.", "школы полны", "rejects", None),
        ("Как отметила Генеральная Ассамблея, права важны.", "права важны", "endorses", ASSEMBLY),
        ("США согласны с ШОС в том, что террор — зло.", "террор — зло", "endorses", SCO),
        ("Китай утверждает, что лагеря — школы.", "лагеря — школы", "reports", "China"),
        ("Позиция ШОС, согласно которой протест — террор.", "протест — террор", "reports", SCO),
        ("По словам очевидцев, лагеря полны.", "лагеря полны", "reports", None),
    ],
)
def test_russian_cues(text: str, words: str, kind: str, holder: str | None) -> None:
    cue = cue_in(text, words, language="ru")

    assert cue is not None
    assert (cue.kind, cue.holder) == (kind, holder)


@pytest.mark.parametrize(
    ("text", "words", "kind", "holder"),
    [
        ("美国不同意上合组织关于三股势力等同的立场。", "三股势力等同", "rejects", SCO),
        ("美国驳斥中国的说法。", "中国的说法", "rejects", "China"),
        ("所谓的学校关押了一百万人。", "学校关押了一百万人", "rejects", None),
        (
            "正如联合国所强调的，尊重人权十分重要。",
            "尊重人权十分重要",
            "endorses",
            "United Nations",
        ),
        ("中国政府声称营地是学校。", "营地是学校", "reports", "China"),
        ("据中国报道，营地是学校。", "营地是学校", "reports", "China"),
    ],
)
def test_chinese_cues(text: str, words: str, kind: str, holder: str | None) -> None:
    cue = cue_in(text, words, language="zh-Hans")

    assert cue is not None
    assert (cue.kind, cue.holder) == (kind, holder)


@pytest.mark.parametrize(
    "text",
    [
        *(f"China {verb} Uyghurs are terrorists." for verb in SAYS),
        "China told the Committee that Uyghurs are terrorists.",
        "China informed the United Nations that Uyghurs are terrorists.",
        "China considers that Uyghurs are terrorists.",
        "China wrote that Uyghurs are terrorists.",
        "China replied that Uyghurs are terrorists.",
        "China promised that Uyghurs are terrorists.",
        "The Chinese law provides that Uyghurs are terrorists.",
        "HRIC was told that Uyghurs are terrorists.",
        "The spokesman insists Uyghurs are terrorists.",
        "Uyghurs are terrorists, China claims.",
        "Uyghurs are terrorists, the Chinese Government insists.",
        "“Uyghurs are terrorists,” the spokesman added.",
        "The narrative by China that Uyghurs are terrorists is old.",
        "The assurances of China that Uyghurs are terrorists are old.",
        "China’s doctrine that Uyghurs are terrorists is old.",
        "For China, Uyghurs are terrorists.",
        "From China’s perspective, Uyghurs are terrorists.",
        "From China’s point of view, Uyghurs are terrorists.",
        "From the point of view of China, Uyghurs are terrorists.",
        "In the view of China, Uyghurs are terrorists.",
        "Per the SCO, Uyghurs are terrorists.",
        "Unlike China, Uyghurs are terrorists.",
    ],
)
def test_what_somebody_else_says_is_reported(text: str) -> None:
    cue = cue_in(text, "Uyghurs are terrorists", voice=HRIC)

    assert cue is not None
    assert (cue.kind, cue.agree) == ("reports", "open")


@pytest.mark.parametrize(
    "text",
    [
        "China describes Uyghurs as terrorists.",
        "China labels Uyghurs as terrorists.",
        "China labelled Uyghurs as terrorists.",
        "China regards Uyghurs as terrorists.",
        "China treats Uyghurs as terrorists.",
        "China portrays Uyghurs as terrorists.",
        "China accuses Uyghurs of terror, as terrorists.",
    ],
)
def test_what_somebody_calls_somebody_is_reported(text: str) -> None:
    cue = cue_in(text, text[text.index("Uyghurs") : -1], voice=HRIC)

    assert cue is not None
    assert (cue.kind, cue.agree, cue.holder) == ("reports", "open", "China")


@pytest.mark.parametrize(
    "text",
    [
        "China says Uyghurs are terrorists — a claim we reject.",
        "China says Uyghurs are terrorists, which we dispute.",
        "China says Uyghurs are terrorists, a view that HRIC disputes.",
        "That Uyghurs are terrorists is a proposition we do not accept.",
        "China says that Uyghurs are terrorists. We disagree.",
        "Uyghurs are terrorists. This is false.",
        "The myth that Uyghurs are terrorists is old.",
        "It is false that Uyghurs are terrorists.",
        "It is untrue that Uyghurs are terrorists.",
        "There is no evidence that Uyghurs are terrorists.",
        "HRIC is not persuaded that Uyghurs are terrorists.",
        "We are not convinced that Uyghurs are terrorists.",
        "Despite China’s assurances that Uyghurs are terrorists, nothing is known.",
        "HRIC criticises China’s idea that Uyghurs are terrorists.",
        "HRIC deplores China’s idea that Uyghurs are terrorists.",
        "HRIC dis\u00adagrees with China that Uyghurs are terrorists.",
        "HRIC no longer agrees with China that Uyghurs are terrorists.",
        "HRIC never agreed with China that Uyghurs are terrorists.",
        "HRIC does not wish to agree with China that Uyghurs are terrorists.",
        "HRIC is not in agreement with China that Uyghurs are terrorists.",
        "HRIC does not support the view that Uyghurs are terrorists.",
        "HRIC refuses to endorse China’s view that Uyghurs are terrorists.",
        "We can never accept that Uyghurs are terrorists.",
        "HRIC rejects\u200b China’s claim that Uyghurs are terrorists.",
    ],
)
def test_what_the_voice_turns_down_is_rejected(text: str) -> None:
    cue = cue_in(text, "Uyghurs are terrorists", voice=HRIC)

    assert cue is not None
    assert (cue.kind, cue.agree) == ("rejects", "no")
    assert cue.holder in {None, "China"}
    assert cue.words == text[cue.start : cue.end]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("China denies holding Uyghurs in camps.", "holding Uyghurs in camps"),
        ("China denies all such false allegations of torture.", "allegations of torture"),
        ("China uses torture. Russia disagrees.", "China uses torture"),
    ],
)
def test_what_others_turn_down_is_left_open(text: str, words: str) -> None:
    cue = cue_in(text, words, voice=HRIC)

    assert cue is not None
    assert (cue.kind, cue.agree) == ("rejects", "open")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мы не согласны, что уйгуры — террористы.", "rejects"),
        ("Мы не можем согласиться с тем, что уйгуры — террористы.", "rejects"),
        ("Неверно, что уйгуры — террористы.", "rejects"),
        ("Неправда, будто уйгуры — террористы.", "rejects"),
        ("Мол, уйгуры — террористы.", "rejects"),
        ("Нам неприемлема мысль, что уйгуры — террористы.", "rejects"),
        ("Мы выразили обеспокоенность тем, что уйгуры — террористы.", "rejects"),
        ("С точки зрения Китая, уйгуры — террористы.", "reports"),
        ("Верно: уйгуры — террористы, считает Китай.", "reports"),
        ("«Эти уйгуры — террористы», — заявил министр.", "reports"),
        ("Китай написал, что уйгуры — террористы.", "reports"),
        ("Китай ответил, что уйгуры — террористы.", "reports"),
        ("Китай уверяет, что уйгуры — террористы.", "reports"),
        ("Китай убеждён, что уйгуры — террористы.", "reports"),
    ],
)
def test_russian_stances(text: str, kind: str) -> None:
    cue = cue_in(text, "уйгуры — террористы", language="ru", voice=HRIC)

    assert cue is not None
    assert (cue.kind, cue.agree) == (kind, {"rejects": "no"}.get(kind, "open"))


def test_russian_names_are_found_in_their_cases() -> None:
    for text in ("Мы отвергаем мнение Китая о терроре.", "Китай называет уйгуров террористами."):
        cue = cue_in(text, text.split(maxsplit=2)[2], language="ru", voice=HRIC)

        assert cue is not None
        assert cue.holder == "China"
    assert not find_mentions("Китайский чай, киты и СШАХ", WIDER_CAST)


@pytest.mark.parametrize("refusal", REFUSALS)
@pytest.mark.parametrize("agreeing", ["同意", "赞同", "认同", "贊同"])
def test_not_agreeing_is_rejecting(refusal: str, agreeing: str) -> None:
    cue = cue_in(
        f"我们{refusal}{agreeing}中国关于异见是恐怖主义的立场。",
        "异见是恐怖主义",
        language="zh",
        voice=HRIC,
    )

    assert cue is not None
    assert (cue.kind, cue.agree, cue.holder) == ("rejects", "no", "China")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("中国说异见是恐怖。", "reports"),
        ("中國說异见是恐怖。", "reports"),
        ("在中国看来，异见是恐怖。", "reports"),
        ("中国断言异见是恐怖。", "reports"),
        ("中国坚持异见是恐怖。", "reports"),
        ("中国告诉委员会异见是恐怖。", "reports"),
        ("中國聲稱异见是恐怖。", "reports"),
        ("中國認為异见是恐怖。", "reports"),
        ("中國強調异见是恐怖。", "reports"),
        ("據中國報道，异见是恐怖。", "reports"),
        ("我们质疑异见是恐怖。", "doubts"),
        ("我們反對异见是恐怖。", "rejects"),
        ("我們駁斥异见是恐怖。", "rejects"),
        ("我們譴責异见是恐怖。", "rejects"),
        ("所謂异见是恐怖。", "rejects"),
        ("我们并不认为异见是恐怖。", "rejects"),
        ("我們並不認為异见是恐怖。", "rejects"),
    ],
)
def test_chinese_stances(text: str, kind: str) -> None:
    cue = cue_in(text, "异见是恐怖", language="zh", voice=HRIC)

    assert cue is not None
    assert (cue.kind, cue.agree) == (kind, {"rejects": "no"}.get(kind, "open"))
    assert cue.words == text[cue.start : cue.end]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("我们不同意中国的立场。", "中国的立场", "rejects"),
        ("Китай утверждает, что лагеря — школы.", "лагеря — школы", "reports"),
        ("وتزعم الصين أن المعسكرات مدارس.", "المعسكرات مدارس", "reports"),
    ],
)
def test_the_script_chooses_the_list_whatever_the_document_says(
    text: str, words: str, kind: str
) -> None:
    cue = cue_in(text, words, language="en", voice=HRIC)

    assert cue is not None
    assert cue.kind == kind


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("زعمت الصين أن", "reports"),
        ("تدعي الصين أن", "reports"),
        ("ادعى الوزير أن", "reports"),
        ("وفقا للصين،", "reports"),
        ("بحسب الصين،", "reports"),
        ("قالت الصين إن", "reports"),
        ("يقول الوزير إن", "reports"),
        ("تؤكد الصين أن", "reports"),
        ("ترفض المنظمة القول إن", "rejects"),
        ("رفض الوزير القول إن", "rejects"),
        ("تنفي الصين أن", "rejects"),
        ("نفى الوزير أن", "rejects"),
        ("ما يسمى", "rejects"),
        ("كما أكدت الأمم المتحدة،", "endorses"),
    ],
)
def test_arabic_cues(start: str, kind: str) -> None:
    cue = cue_in(f"{start} المعسكرات مدارس.", "المعسكرات مدارس", language="ar", voice=HRIC)

    assert cue is not None
    assert cue.kind == kind


def test_a_script_without_a_list_asks_only_about_positions() -> None:
    text = "शिविर स्कूल हैं"

    cue = cue_in(text, text, language="hi", position=True)

    assert cue is not None
    assert cue.kind == "position"
    assert cue_in(text, text, language="hi") is None


def test_a_cue_across_hidden_characters_keeps_the_originals_places() -> None:
    text = "A\u200b b. HRIC dis\u00adagrees with China\u2060 that camps are schools."

    cue = cue_in(text, "camps are schools", voice=HRIC)

    assert cue is not None
    assert cue.words == "dis\u00adagrees with"
    assert text[cue.widened_start : cue.widened_end] == text[text.index("HRIC") : -1]


def test_a_language_without_a_list_gets_all_of_them() -> None:
    assert (
        cue_in("Die so-called Schulen sind voll.", "Schulen sind voll", language="de") is not None
    )
    assert cue_in("所谓的学校关押了一百万人。", "学校关押", language="ja") is not None


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("Human Rights in China (HRIC) argues that China tortures.", "China tortures", HRIC),
        ("As we have said, rights matter.", "rights matter", HRIC),
        ("This report finds that China tortures.", "China tortures", HRIC),
        ("SCO member states that sign treaties jail people.", "jail people", HRIC),
        ("According to law, camps are prisons.", "camps are prisons", HRIC),
        ("Camps are prisons, and China rejects that.", "Camps are prisons", HRIC),
        ("根据法律，营地是学校。", "营地是学校", HRIC),
        ("数据表明营地是学校。", "营地是学校", HRIC),
    ],
)
def test_saying_so_oneself_is_no_cue(text: str, words: str, voice: str) -> None:
    assert cue_in(text, words, voice=voice, language="") is None


def test_a_benchmark_is_a_cue_only_for_positions() -> None:
    text = "The SCO’s policies are contrary to the UN Charter."

    assert cue_in(text, text) is None
    cue = cue_in(text, text, position=True)
    assert cue is not None
    assert (cue.kind, cue.agree, cue.holder) == ("rejects", "no", SCO)


def test_the_sentence_before_counts_only_when_it_is_taken_up() -> None:
    before = "We reject the SCO’s positions. "

    taken_up = cue_in(
        f"{before}These positions equate terror with dissent.", "equate", position=True
    )
    on_its_own = cue_in(f"{before}Laws equate terror with dissent.", "equate", position=True)

    assert taken_up is not None
    assert taken_up.kind == "rejects"
    assert on_its_own is not None
    assert on_its_own.kind == "position"


def test_an_invisible_space_is_not_the_sentence_before() -> None:
    cue = cue_in("\u200b These laws equate terror with dissent.", "equate", position=True)

    assert cue is not None
    assert cue.kind == "position"


def test_a_blank_selection_is_refused() -> None:
    with pytest.raises(ValueError, match="white space"):
        cue_in("Rights  matter.", "  ")


def test_an_agent_inside_a_longer_name_is_not_named() -> None:
    text = "Human Rights in China met China and the SCO’s envoy, not SCOTUS."

    found = [(text[m.start : m.end], m.key) for m in find_mentions(text, WIDER_CAST, HRIC)]

    assert found == [("Human Rights in China", HRIC), ("China", "China"), ("SCO", SCO)]


def test_chinese_names_need_no_word_edge() -> None:
    assert [m.key for m in find_mentions("反对上海合作组织的立场", WIDER_CAST)] == [SCO]


pieces = st.sampled_from(
    [
        "the SCO’s ",
        "China ",
        "HRIC ",
        "rejects ",
        "as ",
        "noted ",
        "the position that ",
        "We ",
        "says ",
        "according to ",
        "These ",
        "so-called ",
        "terror. ",
        "rights, ",
        "😀 ",
        "中国声称",
        "якобы ",
        "\n",
    ]
)


@given(
    st.lists(pieces, min_size=1, max_size=25).map("".join).filter(str.strip),
    st.data(),
    st.booleans(),
)
def test_a_cue_is_a_place_and_never_the_voices(
    text: str, data: st.DataObject, position: bool
) -> None:
    words = data.draw(st.sampled_from(text.split()))

    cue = cue_in(text, words, language="", voice=HRIC, position=position)

    assert cue is not None or not position
    if cue is not None:
        start = text.index(words)
        assert 0 <= cue.widened_start <= start < start + len(words) <= cue.widened_end <= len(text)
        assert cue.holder != HRIC
        assert (cue.kind == "position") == (cue.words == "")
        assert cue.words in {"", text[cue.start : cue.end]}


@pytest.mark.parametrize(
    ("start", "agree"),
    [
        ("However, the council cannot confirm that", "open"),
        ("The council could not independently verify that", "open"),
        ("The council was unable to confirm whether", "open"),
        ("HRIC has not been able to verify reports that", "open"),
        ("The council did not say that", "open"),
        ("The council never said that", "open"),
        ("We doubt that", "open"),
        ("HRIC doubts whether", "open"),
        ("The council questions whether", "open"),
        ("It remains unclear whether", "open"),
        ("Nobody knows whether", "open"),
        ("The council does not believe that", "no"),
        ("We do not accept that", "no"),
        ("HRIC doesn’t agree that", "no"),
        ("We deny that", "no"),
        ("HRIC denied that", "no"),
        ("There is no evidence that", "no"),
        ("The council found no credible evidence that", "no"),
        ("It is not true that", "no"),
        ("It is untrue that", "no"),
        ("It is simply false that", "no"),
    ],
)
def test_what_the_voice_itself_denies_or_doubts_is_its_own(start: str, agree: str) -> None:
    text = f"{start} Uyghurs were returned to China."

    cue = cue_in(text, "Uyghurs were returned to China", voice=HRIC)

    assert cue is not None
    assert (cue.own, cue.agree, cue.holder) == (True, agree, None)
    assert text[cue.widened_start : cue.widened_end].endswith("Uyghurs were returned to China")
    assert cue.words in text[cue.widened_start : cue.widened_end]


@pytest.mark.parametrize(
    ("start", "words", "language", "agree"),
    [
        ("Совет не может подтвердить, что", "людей вернули", "ru", "open"),
        ("Мы сомневаемся, что", "людей вернули", "ru", "open"),
        ("Совет не говорил, что", "людей вернули", "ru", "open"),
        ("Совет не считает, что", "людей вернули", "ru", "no"),
        ("Нет доказательств того, что", "людей вернули", "ru", "no"),
        ("Совет отрицает, что", "людей вернули", "ru", "no"),
        ("Неправда, что", "людей вернули", "ru", "no"),
        ("委员会无法证实", "有人被遣返", "zh", "open"),
        ("委员会不能确认", "有人被遣返", "zh", "open"),
        ("我们质疑", "有人被遣返", "zh", "open"),
        ("委员会不认为", "有人被遣返", "zh", "no"),
        ("委员会否认", "有人被遣返", "zh", "no"),
        ("没有证据表明", "有人被遣返", "zh", "no"),
        ("لا يمكن تأكيد أن", "الناس أعيدوا", "ar", "open"),
        ("يشكك في أن", "الناس أعيدوا", "ar", "open"),
        ("لا يعتقد أن", "الناس أعيدوا", "ar", "no"),
        ("ينفي أن", "الناس أعيدوا", "ar", "no"),
        ("نفى المجلس أن", "الناس أعيدوا", "ar", "no"),
        ("لا دليل على أن", "الناس أعيدوا", "ar", "no"),
        ("ليس صحيحا أن", "الناس أعيدوا", "ar", "no"),
    ],
)
def test_denials_and_doubts_in_other_languages(
    start: str, words: str, language: str, agree: str
) -> None:
    cue = cue_in(f"{start} {words}.", words, language=language, voice=HRIC)

    assert cue is not None
    assert (cue.own, cue.agree, cue.holder) == (True, agree, None)


def test_what_is_said_to_be_untrue_afterwards_is_denied() -> None:
    cue = cue_in("有人被遣返，并不属实。", "有人被遣返", language="zh", voice=HRIC)

    assert cue is not None
    assert (cue.own, cue.agree) == (True, "no")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("China cannot confirm that people were returned.", "people were returned"),
        ("China denies that people were returned.", "people were returned"),
        ("تنفي الصين أن الناس أعيدوا.", "الناس أعيدوا"),
    ],
)
def test_what_somebody_else_denies_or_doubts_is_left_open_and_not_the_voices(
    text: str, words: str
) -> None:
    text = text.replace("الصين", "China")

    cue = cue_in(text, words, language="ar", voice=HRIC)

    assert cue is not None
    assert (cue.own, cue.agree, cue.holder) == (False, "open", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There is no doubt that people were returned.", "people were returned"),
        ("We cannot confirm the number, but people were returned.", "people were returned"),
        ("The number is unclear; people were returned.", "people were returned"),
        ("Rights are not confirmed by words; people were returned.", "people were returned"),
        ("The council cannot confirm that people left.", "The council cannot confirm that"),
        ("Courts could not verify whether people left.", "Courts could not verify whether"),
        ("这不仅是说法。有人被遣返。", "有人被遣返"),
    ],
)
def test_a_negation_inside_the_words_or_of_another_clause_is_no_cue(text: str, words: str) -> None:
    assert cue_in(text, words, language="", voice=HRIC) is None
