"""annotate/guard/lexicon.py: which languages' words read a text."""

import pytest

from annotate.guard import find_caveat, find_cue
from annotate.guard.lexicon import lexicon_for

SPANISH = ("El portavoz sostiene que los presos comen bien.", "los presos comen bien")
FRENCH = ("Le porte-parole soutient que les détenus mangent.", "les détenus mangent")
ENGLISH = ("The spokesman maintains that the prisoners eat.", "the prisoners eat")


def asks(text: str, words: str, language: str) -> bool:
    start = text.index(words)
    cue = find_cue(
        text, start, start + len(words), language=language, claim_is_position=False, agents=[]
    )
    return cue is not None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [(SPANISH, "es"), (FRENCH, "fr"), (ENGLISH, "en"), (SPANISH, "es-419"), (FRENCH, "fr-CA")],
)
def test_a_language_is_read_by_its_own_words(sentence: tuple[str, str], language: str) -> None:
    assert asks(*sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"), [(SPANISH, "en"), (FRENCH, "es"), (ENGLISH, "fr"), (ENGLISH, "es")]
)
def test_languages_of_one_script_do_not_read_each_other(
    sentence: tuple[str, str], language: str
) -> None:
    assert not asks(*sentence, language)


@pytest.mark.parametrize("sentence", [SPANISH, FRENCH, ENGLISH])
@pytest.mark.parametrize("language", ["", "de", "und"])
def test_an_unknown_language_is_read_by_all_of_its_script(
    sentence: tuple[str, str], language: str
) -> None:
    assert asks(*sentence, language)


@pytest.mark.parametrize("sentence", [SPANISH, FRENCH, ENGLISH])
def test_words_of_another_script_are_read_by_all_languages_of_that_script(
    sentence: tuple[str, str],
) -> None:
    assert asks(*sentence, "ru")


def test_a_script_without_a_list_has_no_words() -> None:
    assert lexicon_for("hi", "शिविर स्कूल हैं").cues == ()


@pytest.mark.parametrize(
    ("text", "words", "language", "caveat"),
    [
        ("Devuelven a personas, aunque rara vez.", "Devuelven a personas", "es", "aunque"),
        ("Ils renvoient des gens, sauf des mineurs.", "Ils renvoient des gens", "fr", "sauf"),
        ("Ils renvoient des gens. Toutefois, c’est rare.", "renvoient", "fr", "Toutefois"),
    ],
)
def test_caveats_are_read_in_the_documents_language(
    text: str, words: str, language: str, caveat: str
) -> None:
    start = text.index(words)
    found = find_caveat(text, start, start + len(words), language=language)

    assert found is not None
    assert found.words == caveat
