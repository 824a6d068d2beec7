"""Each rule of Apple, PSP-1 and Podlove about an item finds the item that breaks it."""

from __future__ import annotations

import pytest

from podcast.feed.rules import check_rules
from podcast.feed.types import Enclosure
from tests.podcast.feed.broken import broken, codes
from tests.podcast.feed.samples import channel, item, joined

TITLE = "<title>A night without sleep, part 1<"
ENCLOSURE = '<enclosure url="https://practice.example/listen/1.mp3" length="20000001" '
GUID = f'<guid isPermaLink="false">{item(1).guid}<'
DATE = "Mon, 12 Jan 2026 06:00:00 GMT"
CHAPTER = '<psc:chapter start="00:01:01.500" title="Falling asleep"/>'


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (TITLE, "<title><", "item-title-missing"),
        (GUID, '<guid isPermaLink="false"><', "item-guid-missing"),
        # As Castopod has it: a guid that readers take for an address.
        (GUID, f"<guid>{item(1).guid}<", "guid-permalink"),
        (ENCLOSURE, "<enclosure_ ", "enclosure-missing"),
        (ENCLOSURE, '<enclosure url="" length="20000001" ', "enclosure-incomplete"),
        (' length="20000001" type="audio/mpeg"', ' length="20000001"', "enclosure-incomplete"),
        (' length="20000001"', ' length="0"', "enclosure-length"),
        (' length="20000001"', ' length="1801.5"', "enclosure-length"),
        (' length="20000001"', "", "enclosure-length"),
        ("/listen/1.mp3", "/listen/1.m4a", "enclosure-type"),
        ("/listen/1.mp3", "/listen/ä.mp3", "url-not-ascii"),
        ("https://practice.example/listen/1.mp3", "/listen/1.mp3", "url-invalid"),
        (DATE, "Mon, 32 Jan 2026 06:00:00 GMT", "date-invalid"),
        (DATE, "12.01.2026", "date-invalid"),
        ("duration>1801<", "duration>PT30M1S<", "duration-invalid"),
        ("duration>1801<", "duration>0<", "duration-invalid"),
        ("season>2<", "season>0<", "season-invalid"),
        ("itunes:episode>1<", "itunes:episode>1a<", "episode-invalid"),
        ("episodeType>full<", "episodeType>Full<", "episode-type-invalid"),
        ("<itunes:episode>1</itunes:episode>", "", "serial-number-missing"),
        (
            "<itunes:season>2</itunes:season>",
            "<itunes:season>2</itunes:season>" * 2,
            "tag-repeated",
        ),
        (
            "<itunes:title>A night",
            "<itunes:block>no</itunes:block><itunes:title>A night",
            "yes-only",
        ),
        ("/media/episode-1.jpg", "/media/épisode-1.jpg", "url-not-ascii"),
        ('<psc:chapters version="1.2"', '<psc:chapters version="2"', "psc-version"),
        (CHAPTER, '<psc:chapter start="a while" title="x"/>', "psc-start"),
        (CHAPTER, '<psc:chapter title="x"/>', "psc-start"),
        (CHAPTER, '<psc:chapter start="00:01:01.500"/>', "psc-title"),
        ('href="https://practice.example/welcome/"', 'href="/welcome/"', "url-invalid"),
    ],
)
def test_a_breach_is_an_error(old: str, new: str, code: str) -> None:
    assert codes(broken(old, new)) == {f"error {code}"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f"<pubDate>{DATE}</pubDate>", "", "item-pubdate-missing"),
        ("<link>https://practice.example/podcast/episode-1/</link>", "", "item-link-missing"),
        (TITLE, "<title>1. A night<", "title-number"),
        (TITLE, "<title>Episode 01: A night<", "title-number"),
        (TITLE, "<title>#1 – A night<", "title-number"),
        (TITLE, f"{TITLE[:-1]} <", "text-spaces"),
        (' length="20000001"', ' length="16383"', "enclosure-small"),
        ("/listen/1.mp3", "/listen/1.opus", "enclosure-ending"),
        ("<itunes:duration>1801</itunes:duration>", "", "duration-missing"),
        ("duration>1801<", "duration>30:01<", "duration-clock"),
        ("duration>1801<", "duration>0:30:01<", "duration-clock"),
        (
            "<itunes:explicit>false</itunes:explicit>"
            '<itunes:image href="https://practice.example/media/episode-1.jpg"/>',
            "",
            "item-explicit-missing",
        ),
        ("/media/episode-1.jpg", "/media/episode-1.webp", "image-ending"),
        (CHAPTER, '<psc:chapter start="02:00:00" title="Too early"/>', "psc-order"),
        (
            "<itunes:summary>What happens",
            "<itunes:keywords>x</itunes:keywords><itunes:summary>What happens",
            "itunes-tag-dropped",
        ),
    ],
)
def test_what_costs_quality_is_a_warning(old: str, new: str, code: str) -> None:
    assert codes(broken(old, new)) == {f"warning {code}"}


@pytest.mark.parametrize("title", ["10 ways to sleep", "1984 and other nights", "Night 1"])
def test_a_number_that_belongs_to_the_title_is_no_finding(title: str) -> None:
    assert check_rules(joined(channel(), [item(1, title=title)])) == []


def test_an_empty_item_lacks_everything() -> None:
    assert codes(broken("</channel>", "<item/></channel>")) == {
        "error item-title-missing",
        "error item-guid-missing",
        "error enclosure-missing",
        "error serial-number-missing",
        "warning item-pubdate-missing",
        "warning item-link-missing",
        "warning item-description-missing",
        "warning duration-missing",
        "warning item-explicit-missing",
    }


def test_empty_notes_are_found() -> None:
    notes = "<content:encoded> </content:encoded>"
    assert codes(check_rules(_with_notes(notes))) == {
        "warning content-empty",
        "warning text-spaces",
    }


def _with_notes(notes: str) -> bytes:
    xml = joined(channel(), [item(notes_html="")])
    return xml.replace(b"<guid", notes.encode() + b"<guid")


def test_chapters_without_a_chapter_are_found() -> None:
    xml = _with_notes('<psc:chapters version="1.2"/>')
    assert codes(check_rules(xml)) == {"error psc-empty"}


# Items compared with each other


def findings_of_twins(**changes: object) -> set[str]:
    return codes(check_rules(joined(channel(), [item(2, **changes), item(1)])))


def test_two_items_with_one_guid_are_found_both() -> None:
    findings = check_rules(joined(channel(), [item(3), item(2, guid=item(1).guid), item(1)]))
    assert [(finding.code, finding.title) for finding in findings] == [
        ("guid-duplicate", item(2).title),
        ("guid-duplicate", item(1).title),
    ]


def test_two_items_with_one_enclosure_are_found() -> None:
    same = Enclosure(item(1).enclosure.url, 20_000_000, "audio/mpeg")
    assert findings_of_twins(enclosure=same) == {"error enclosure-duplicate"}


def test_two_items_with_one_season_and_number_are_a_warning() -> None:
    assert findings_of_twins(number=1) == {"warning number-duplicate"}


@pytest.mark.parametrize("changes", [{"season": 1}, {"episode_type": "bonus"}])
def test_the_same_number_in_another_season_or_of_another_kind_is_none(
    changes: dict[str, object],
) -> None:
    assert findings_of_twins(number=1, **changes) == set()


def test_two_items_with_one_title_and_date_are_a_warning() -> None:
    assert findings_of_twins(title=item(1).title, published=item(1).published) == {
        "warning title-duplicate"
    }


def test_a_trailer_of_a_serial_needs_no_number() -> None:
    trailer = item(1, episode_type="trailer", number=None)
    assert check_rules(joined(channel(show_type="serial"), [trailer])) == []
