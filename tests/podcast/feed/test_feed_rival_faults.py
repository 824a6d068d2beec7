"""What other systems' feeds got wrong, and what real apps choke on, is right in ours."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import UUID

import pytest
from lxml import etree

from podcast.feed.identity import podcast_guid
from podcast.feed.render import join, render_item
from tests.podcast.feed.full import full_channel, full_item
from tests.podcast.feed.samples import NS, ODD_TEXTS, channel, item, joined

XML = joined(full_channel(), [full_item(), item(2)])
FEED = etree.fromstring(XML)


def test_the_podcast_namespace_has_no_slash_at_its_end() -> None:
    """With one, AntennaPod knows no chapters, transcripts, persons or seasons."""
    assert XML.count(b'"https://podcastindex.org/namespace/1.0"') == 1
    assert b"podcastindex.org/namespace/1.0/" not in XML


def test_explicit_is_true_or_false_and_no_by_default() -> None:
    """One system wrote a translated label, and yes by default."""
    assert {one.text for one in FEED.iter(f"{{{NS['itunes']}}}explicit")} == {"false"}
    assert "<itunes:explicit>true<" in render_item(item(explicit=True))


def test_lastbuilddate_comes_from_the_data_and_not_from_the_clock() -> None:
    assert FEED.findtext("channel/lastBuildDate") == "Mon, 02 Mar 2026 07:30:00 GMT"
    assert joined(full_channel(), [full_item(), item(2)]) == XML


def test_every_guid_says_that_it_is_no_address() -> None:
    for guid in FEED.iter("guid"):
        assert guid.get("isPermaLink") == "false"
        assert UUID(guid.text)


def test_an_items_guid_is_not_its_address_and_outlives_it() -> None:
    moved = replace(item(), link="https://elsewhere.example/renamed/", title="Renamed")
    assert f'<guid isPermaLink="false">{item().guid}</guid>' in render_item(moved)


def test_the_shows_guid_is_made_without_the_scheme() -> None:
    assert podcast_guid("https://a.example/feed") == podcast_guid("http://a.example/feed")


def test_dead_tags_of_google_are_not_written() -> None:
    assert b"googleplay" not in XML


@pytest.mark.parametrize("count", [11, 301])
def test_no_number_of_episodes_is_silently_the_last(count: int) -> None:
    stored = render_item(item())
    assert join(channel(), [stored] * count).count(b"<item>") == count


def test_new_artwork_changes_the_feed() -> None:
    assert joined(full_channel(image_url="https://a.example/new.jpg"), []) != joined(
        full_channel(), []
    )


def test_the_move_to_a_new_address_is_announced() -> None:
    assert FEED.findtext("channel/itunes:new-feed-url", namespaces=NS) == (
        "https://new.example/feed.xml"
    )


# What apps choke on


@pytest.mark.parametrize("odd", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_no_bare_ampersand_and_no_entity_of_html_is_written(odd: str) -> None:
    """GPodder refuses the feed for either."""
    text = f"{odd} & &nbsp; &eacute;"
    xml = joined(channel(title=text), [full_item(title=text, season_name=text, author=text)])
    outside = re.sub(rb"<!\[CDATA\[.*?\]\]>", b"", xml, flags=re.DOTALL)
    assert set(re.findall(rb"&\w*;?", outside)) <= {b"&amp;", b"&lt;", b"&gt;", b"&quot;"}


def test_every_item_has_one_enclosure_with_a_type_and_a_length() -> None:
    """Of several only the first is played; without a type some find no podcast at all."""
    for one in FEED.iter("item"):
        (enclosure,) = one.findall("enclosure")
        assert set(enclosure.attrib) == {"url", "length", "type"}


def test_chapters_and_transcripts_are_in_items_only() -> None:
    """AntennaPod crashes on them in a channel or a live item."""
    for name in ("podcast:transcript", "podcast:chapters"):
        assert FEED.find(f"channel/{name}", NS) is None
        assert FEED.find(f"channel/item/{name}", NS) is not None
    assert FEED.find(".//podcast:liveItem", NS) is None


def test_no_content_is_empty() -> None:
    """AntennaPod then hides the notes."""
    bare = item(notes_html=" ", summary="")
    assert b"content:encoded" not in joined(channel(), [bare]).split(b"<channel>")[1]


def test_prefixes_are_literal() -> None:
    """Podcast Index and others match on the prefix, not on the namespace."""
    assert XML.count(b"xmlns:") == 7
    assert not re.search(rb"<ns\d+:", XML)


def test_guids_and_titles_have_no_space_around_them() -> None:
    """AntennaPod compares guids untrimmed."""
    element = etree.fromstring(joined(channel(), [item(title="  Sleep \n")]))
    assert element.findtext("channel/item/title") == "Sleep"
    assert element.findtext("channel/item/guid") == str(item().guid)


def test_no_enclosure_changes_with_the_date_of_the_episode() -> None:
    """Castget loads an episode again when its address changes."""
    later = replace(item(), published=item(2).published, title="New", duration=1.0)
    urls = [
        etree.fromstring(joined(channel(), [one])).find("channel/item/enclosure").get("url")
        for one in (item(), later)
    ]
    assert urls[0] == urls[1]
