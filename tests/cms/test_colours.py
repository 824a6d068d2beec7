"""Colours as numbers, by the formulas of WCAG 2.2 and its own examples."""

import pytest

from cms.colours import BLACK, WHITE, Colour


def test_black_on_white_has_the_highest_contrast_there_is():
    assert BLACK.contrast(WHITE) == pytest.approx(21)
    assert WHITE.contrast(BLACK) == pytest.approx(21)
    assert WHITE.contrast(WHITE) == pytest.approx(1)


@pytest.mark.parametrize(
    ("front", "ratio"), [("#767676", 4.54), ("#777777", 4.48), ("#949494", 3.03), ("#ff0000", 4.0)]
)
def test_the_contrast_on_white_is_that_of_the_tables(front, ratio):
    assert Colour.parse(front).contrast(WHITE) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("text", ["#0f5f55", "0F5F55", " #0f5f55 "])
def test_a_colour_is_read_in_every_spelling(text):
    assert str(Colour.parse(text)) == "#0f5f55"


def test_three_digits_stand_for_six():
    assert str(Colour.parse("#abc")) == "#aabbcc"


@pytest.mark.parametrize(
    "text", ["", "#", "#12345", "#1234567", "green", "#gggggg", "#٠٠٠", "#fff;}"]
)
def test_anything_else_is_no_colour(text):
    with pytest.raises(ValueError, match="is not a colour"):
        Colour.parse(text)


def test_a_mixture_lies_between():
    assert str(BLACK.mixed(WHITE, 0.5)) == "#808080"
    assert BLACK.mixed(WHITE, 0) == BLACK
    assert BLACK.mixed(WHITE, 1) == WHITE


def test_shades_begin_with_the_colour_itself_and_reach_black_and_white():
    teal = Colour.parse("#0f5f55")
    shades = teal.shades()
    assert shades[0] == teal
    assert {BLACK, WHITE} <= set(shades)
    assert [teal.distance(each) for each in shades] == sorted(map(teal.distance, shades))
