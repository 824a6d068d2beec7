"""The index and the query take a word for the same, whatever its case, accent or ending."""

import pytest

from cms.search.suggesting import one_mistake_away
from cms.search.words import fold, root, terms_of, unfinished, words_of


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "headache headaches"),
        ("en", "box boxes"),
        ("en", "nurse nurses"),
        ("en", "allergy allergies"),
        ("en-gb", "Virus viruses"),
        ("en", "glass glasses"),
        ("de", "Kopfschmerz Kopfschmerzen"),
        ("de", "Arzt Ärzte Ärzten Arztes"),
        ("de-at", "Ärztin Ärztinnen"),
        ("de", "Niere Nieren"),
        ("de", "Muskel Muskeln"),
        ("de", "Bein Beine Beinen"),
        ("es", "dolor dolores"),
        ("es", "vez veces"),
        ("es", "niño niña niños niñas"),
        ("es", "canción canciones"),
        ("fr", "Été ÉTÉ ete"),
    ],
)
def test_the_forms_of_a_word_have_one_root(language: str, forms: str) -> None:
    assert len({root(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "bus but"),
        ("en", "gas gash"),
        ("de", "Haus Hau"),
        ("de", "Reis Rei"),
        ("es", "mes me"),
    ],
)
def test_other_words_keep_a_root_of_their_own(language: str, words: str) -> None:
    first, second = words.split()
    assert root(first, language) != root(second, language)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Straße", "strasse"),
        ("ÆØŁ", "aeol"),
        ("e\u0301te\u0301", "ete"),
        ("İ", "i"),
        ("日本語", "日本語"),
        ("한국", "한국"),
    ],
)
def test_a_folded_word_has_neither_case_nor_accents(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_only_letters_and_digits_are_words() -> None:
    assert words_of("“Vitamin B12”: what's_in 'it'? \0 🐦") == [
        "Vitamin", "B12", "what", "s", "in", "it",
    ]  # fmt: skip


def test_a_word_is_asked_for_once_and_only_the_last_may_go_on() -> None:
    assert [term.start for term in terms_of(["grey", "Grey", "heron"], "en")] == ["", ""]
    first, second = unfinished(["grey", "heron"], "en")
    assert (first.start, second.start) == ("", "heron")
    assert second.matches("Heronry", "en")
    assert not first.matches("greyish", "en")
    assert unfinished(["heron", "a"], "en") == unfinished([], "en") == []


def test_one_mistake_is_a_letter_too_few_too_many_another_or_two_swapped() -> None:
    near = one_mistake_away("heron")
    assert {"hern", "herron", "xeron", "herno", "heronx"} <= near
    assert not {"heron", "hen", "norehx"} & near
    assert "étés" in one_mistake_away("été")
