"""Tags that shows and episodes share are written alike in both, and never wrong."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from podcast.feed.parts import Funding, License, Location, Person, Txt, Value, ValueRecipient
from tests.podcast.feed.full import PAYMENT
from tests.podcast.feed.samples import NS, channel, channel_element, item, item_element, joined


def both(**changes: Any) -> tuple[etree._Element, etree._Element]:
    """A channel and an item with the same parts."""
    return channel_element(channel(**changes)), item_element(item(**changes))


def written(path: str, **changes: Any) -> list[tuple[str | None, dict[str, str]]]:
    """Text and attributes of every such tag, after seeing that channel and item agree."""
    found, same = (
        [(one.text, dict(one.attrib)) for one in element.findall(path, NS)]
        for element in both(**changes)
    )
    assert found == same
    return found


# People and places


def test_persons_are_named_with_role_group_picture_and_address() -> None:
    person = Person("Ada", "co-host", "cast", "https://a.example/", "https://a.example/a.jpg")
    assert written("podcast:person", persons=(person,)) == [
        (
            "Ada",
            {
                "role": "co-host",
                "group": "cast",
                "href": "https://a.example/",
                "img": "https://a.example/a.jpg",
            },
        )
    ]


def test_a_person_without_a_name_is_left_out() -> None:
    assert written("podcast:person", persons=(Person(" "), Person("\x00"))) == []


def test_a_persons_wrong_addresses_are_left_out_alone() -> None:
    person = Person("Ada", href="/team/ada/", img="data:image/png;base64,x")
    assert written("podcast:person", persons=(person,)) == [
        ("Ada", {"role": "host", "group": "cast"})
    ]


def test_places_are_told_apart_by_what_they_are_to_the_show() -> None:
    places = (
        Location("Leipzig", "subject", "geo:51.3397,12.3731", "R62649", "DE"),
        Location("A studio", "creator"),
    )
    assert written("podcast:location", locations=places) == [
        (
            "Leipzig",
            {
                "rel": "subject",
                "geo": "geo:51.3397,12.3731",
                "osm": "R62649",
                "country": "de",
            },
        ),
        ("A studio", {"rel": "creator"}),
    ]


@pytest.mark.parametrize("geo", ["51.3,12.4", "geo:91,0", "geo:0,181", "geo:51,3;12,4", "geo:"])
def test_what_is_no_place_on_earth_is_left_out_alone(geo: str) -> None:
    place = Location("Here", "home", geo, "1234", "Germany")
    assert written("podcast:location", locations=(place, Location(""))) == [("Here", {})]


# Rights and money


@pytest.mark.parametrize(
    ("given", "name", "url"),
    [
        (License("CC-BY-4.0"), "cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        (License("cc-by-4.0", "https://a.example/"), "cc-by-4.0", "https://a.example/"),
        (License("Our own", "https://a.example/own"), "our own", "https://a.example/own"),
    ],
)
def test_a_licence_is_named_in_small_letters_with_its_address(
    given: License, name: str, url: str
) -> None:
    assert written("podcast:license", license=given) == [(name, {"url": url})]


@pytest.mark.parametrize("given", [License("our own"), License(""), License("own", "/own")])
def test_a_licence_of_no_list_needs_an_address(given: License) -> None:
    assert written("podcast:license", license=given) == []


def test_funding_is_written_with_its_address_and_words() -> None:
    fundings = (Funding("https://a.example/", "Support"), Funding("", "x"), Funding("a@b.example"))
    assert written("podcast:funding", fundings=fundings) == [
        ("Support", {"url": "https://a.example/"})
    ]


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("x" * 200, "x" * 128),
        ("many words " * 20, "many words " * 11 + "many"),
        ("😴" * 130, "😴" * 128),
    ],
)
@pytest.mark.parametrize("part", ["fundings", "persons", "locations"])
def test_shown_texts_have_at_most_128_characters_and_end_with_a_word(
    part: str, words: str, cut: str
) -> None:
    value = {
        "fundings": Funding("https://a.example/", words),
        "persons": Person(words),
        "locations": Location(words),
    }[part]
    ((found, _),) = written(f"podcast:{part[:-1]}", **{part: (value,)})
    assert found == cut


def test_texts_for_machines_are_whole_or_not_there() -> None:
    txts = (Txt("x" * 4001), Txt("y" * 4000, "verify"), Txt(""), Txt("z", "p" * 129))
    assert written("podcast:txt", txts=txts) == [("y" * 4000, {"purpose": "verify"})]


def test_who_gets_a_share_is_named() -> None:
    assert written("podcast:value", value=PAYMENT) == [
        (None, {"type": "lightning", "method": "keysend", "suggested": "0.00000015000"})
    ]
    assert written("podcast:value/podcast:valueRecipient", value=PAYMENT)[1] == (
        None,
        {
            "name": "House",
            "type": "node",
            "address": "03ae9f91a0cb8ff43840e3c322c4c61f",
            "split": "5",
            "customKey": "7",
            "customValue": "x",
            "fee": "true",
        },
    )


@pytest.mark.parametrize(
    "value",
    [
        Value("lightning", "keysend", ()),
        Value("lightning", "keysend", (ValueRecipient("node", "", 1),)),
        Value("lightning", "keysend", (ValueRecipient("node", "x", 0),)),
        Value("", "keysend", (ValueRecipient("node", "x", 1),)),
    ],
)
def test_a_way_to_pay_nobody_is_left_out(value: Value) -> None:
    assert written("podcast:value", value=value) == []


def test_a_suggestion_that_is_no_amount_is_left_out_alone() -> None:
    value = Value("lightning", "keysend", (ValueRecipient("node", "x", 1),), "1 €")
    assert written("podcast:value", value=value) == [
        (None, {"type": "lightning", "method": "keysend"})
    ]


# Addresses


@pytest.mark.parametrize(
    ("address", "written_address"),
    [
        ("https://de.example/wiki/Schlaf_(Ü)", "https://de.example/wiki/Schlaf_(%C3%9C)"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://a.example/%C3%9C?a=1&b=2#c", "https://a.example/%C3%9C?a=1&b=2#c"),
        ("https://a.example:8443/x", "https://a.example:8443/x"),
    ],
)
def test_addresses_are_ascii(address: str, written_address: str) -> None:
    assert written("podcast:funding", fundings=(Funding(address),)) == [
        (None, {"url": written_address})
    ]


@pytest.mark.parametrize(
    "address", ["", "/x", "//a.example/", "https://", "https://a b.example/", "https://[", "a@b"]
)
def test_what_is_no_address_on_the_web_is_left_out(address: str) -> None:
    assert written("podcast:funding", fundings=(Funding(address, "x"),)) == []


def test_no_tag_of_no_meaning_is_written() -> None:
    bare = item(summary="", notes_html="", image_url="", author="", persons=(), season=None)
    xml = joined(channel(fundings=(), persons=(), owner=None), [bare])
    assert b'=""' not in xml
    assert not re.search(rb"<podcast:[a-zA-Z]+/>", xml)
