"""Texts are counted as networks count them (3GPP TS 23.038)."""

import pytest

from texts.plain.segments import Size, fold, measure


@pytest.mark.parametrize(
    ("text", "parts", "left"),
    [
        ("", 0, 160),
        ("a" * 160, 1, 0),
        ("a" * 161, 2, 145),
        ("a" * 306, 2, 0),
        ("a" * 307, 3, 152),
        ("€" * 80, 1, 0),
        ("€" * 81, 2, 143),
        ("ж" * 70, 1, 0),
        ("ж" * 71, 2, 63),
        ("ж" * 134, 2, 0),
        ("ж" * 135, 3, 66),
        ("😀" * 35, 1, 0),
    ],
)
def test_parts_are_full_where_the_networks_say(text: str, parts: int, left: int) -> None:
    size = measure(text)
    assert (size.parts, size.left) == (parts, left)


def test_a_sign_of_two_units_is_never_cut_in_half() -> None:
    # 152 letters fill a part but for one unit, which cannot hold half of a euro sign.
    assert measure("a" * 152 + "€" + "a" * 151).parts == 2
    assert measure("a" * 152 + "€" + "a" * 152).parts == 3
    assert measure("ж" * 66 + "😀" + "ж" * 65).parts == 2
    assert measure("ж" * 66 + "😀" + "ж" * 66).parts == 3


def test_one_strange_letter_makes_a_text_dearer_and_is_named() -> None:
    assert measure("a" * 100 + "ж") == Size(101, 2, 33, is_unicode=True, odd="ж")


def test_umlauts_and_accents_of_the_alphabet_cost_nothing() -> None:
    assert not measure("äöüßñéèàÄÖÜÑ¿¡").is_unicode


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("“Good” – it’s fine…", '"Good" - it\'s fine...'),
        ("„so“\u00a0«ja»", '"so" "ja"'),
        ("soft\u00adhyphen\u200b", "softhyphen"),
    ],
)
def test_typographers_signs_become_plain_ones(typed: str, sent: str) -> None:
    assert fold(typed) == sent
    assert not measure(fold(typed)).is_unicode
