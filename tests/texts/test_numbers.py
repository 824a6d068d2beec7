"""Numbers are read as people type them, and only those that may be texted are taken."""

import pytest

from texts.plain.numbers import NumberError, Reason, block_of, masked, read_number

ALLOWED = {"US", "DE"}


@pytest.mark.parametrize(
    "typed",
    [
        "(202) 555-0142", "202.555.0142", "2025550142", "+1 202 555 0142", "+1-202-555-0142",
        "1 202 555 0142", "２０２５５５０１４２", "  202 555 0142  ", "tel:+1-202-555-0142",
    ],
)  # fmt: skip
def test_one_number_in_every_spelling_is_the_same(typed: str) -> None:
    assert read_number(typed, country="US", allowed=ALLOWED).e164 == "+12025550142"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Reason.UNREADABLE),
        ("call me", Reason.UNREADABLE),
        ("202 555", Reason.NOT_VALID),
        ("202 555 0142 ext. 5", Reason.NOT_VALID),
        ("+44 7400 123456", Reason.COUNTRY),
        ("+1 268 464 1234", Reason.COUNTRY),
        ("+49 30 901820", Reason.KIND),
        ("+1 800 555 0199", Reason.KIND),
        ("+1 800 234 5678", Reason.KIND),
        ("+49 900 1234567", Reason.KIND),
    ],
)
def test_what_may_not_be_texted_is_refused_with_its_reason(typed: str, reason: Reason) -> None:
    with pytest.raises(NumberError) as refused:
        read_number(typed, country="US", allowed=ALLOWED)
    assert refused.value.reason == reason


def test_a_national_number_is_of_the_country_of_the_practice() -> None:
    assert read_number("0151 23456789", country="DE", allowed=ALLOWED).e164 == "+4915123456789"


def test_a_number_knows_where_it_may_be() -> None:
    assert read_number("202 555 0142", country="US", allowed=ALLOWED).zones == ("America/New_York",)
    british = read_number("+44 7400 123456", country="GB", allowed={"GB"})
    assert "Europe/London" in british.zones


def test_a_block_is_all_but_four_digits() -> None:
    assert block_of("+12025550142") == "+1202555"


@pytest.mark.parametrize(
    ("address", "shown"),
    [("+12025550142", "+12…42"), ("ada@reader.example", "a…@reader.example"), ("", "")],
)
def test_a_masked_address_tells_its_owner_alone(address: str, shown: str) -> None:
    assert masked(address) == shown
