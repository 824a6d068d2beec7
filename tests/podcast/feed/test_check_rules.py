"""The rules find nothing in a good feed, and say where and what is wrong in any other."""

from __future__ import annotations

import pytest
from lxml import etree

from podcast.feed.rules import Finding, Level, check_rules
from tests.podcast.feed.broken import GOOD, broken, codes
from tests.podcast.feed.samples import channel, item, joined


def test_a_feed_with_every_part_breaks_no_rule() -> None:
    assert check_rules(GOOD) == []


def test_a_feed_with_only_what_is_required_breaks_no_rule() -> None:
    bare = item(summary="", notes_html="<p>x</p>", image_url="", season=None, persons=())
    assert check_rules(joined(channel(owner=None, persons=()), [bare])) == []


@pytest.mark.parametrize(
    "xml", [b"", b"no feed", b"<html/>", GOOD.replace(b'version="2.0"', b'version="0.92"')]
)
def test_what_is_no_feed_is_said_once(xml: bytes) -> None:
    assert codes(check_rules(xml)) == {"error not-a-feed"}


def test_a_finding_of_an_item_names_its_guid_and_title() -> None:
    (finding,) = broken(' length="20000001"', ' length="None"')
    assert finding == Finding(
        Level.ERROR,
        "enclosure-length",
        "The enclosure's length 'None' is no size in bytes.",
        str(item(1).guid),
        item(1).title,
    )
    assert finding.where == f"{item(1).guid} {item(1).title}"


def test_a_finding_of_the_channel_says_so() -> None:
    (finding,) = broken("<language>en<", "<language>english<")
    assert finding.where == "channel"


def test_an_item_without_guid_and_title_is_not_taken_for_the_channel() -> None:
    findings = check_rules(GOOD.replace(b"</channel>", b"<item/></channel>"))
    assert {finding.where for finding in findings} == {"(no guid)"}


# Namespaces and encoding


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # As django-cast has it: AntennaPod then knows no chapters, transcripts or persons.
        ("namespace/1.0", "namespace/1.0/"),
        ("http://www.itunes.com/dtds/", "https://www.itunes.com/dtds/"),
        ("www.itunes.com/dtds/", "www.itunes.com/DTDs/"),
        ("rss/1.0/modules/content/", "rss/1.0/modules/content"),
    ],
)
def test_a_namespace_is_exact_to_the_letter(old: str, new: str) -> None:
    assert "error namespace-wrong" in codes(broken(old, new))


def test_the_prefix_is_the_one_that_readers_look_for() -> None:
    xml = GOOD.replace(b"podcast:", b"pc:").replace(b"xmlns:podcast=", b"xmlns:pc=")
    assert codes(check_rules(xml)) == {"warning namespace-prefix"}


def test_a_feed_without_apples_namespace_is_found() -> None:
    xml = b"<rss version='2.0'><channel><title>x</title></channel></rss>"
    assert "error namespace-missing" in codes(check_rules(xml))


def test_another_encoding_is_found() -> None:
    xml = GOOD.decode().replace("'UTF-8'", "'ISO-8859-1'").encode("latin-1")
    assert codes(check_rules(xml)) == {"error encoding"}


def test_a_dead_namespace_of_google_is_found() -> None:
    found = broken(
        "<itunes:title>",
        '<g:author xmlns:g="http://www.google.com/schemas/play-podcasts/1.0">x</g:author>'
        "<itunes:title>",
    )
    assert codes(found) == {"warning namespace-unknown"}


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "9" * 5000,
        "²",
        "-1",
        "NaN",
        "1e999",
        "https://[",
        "https://ä..x/",
        "Mon, ",
        "\u202e",
    ],
)
def test_no_value_makes_the_rules_fail(value: str) -> None:
    feed = etree.fromstring(GOOD)
    for element in feed.iter(etree.Element):
        element.attrib.update(dict.fromkeys(element.attrib, value))
        if not len(element):
            element.text = value
    feed.set("version", "2.0")
    assert "error" in {finding.level for finding in check_rules(etree.tostring(feed))}
