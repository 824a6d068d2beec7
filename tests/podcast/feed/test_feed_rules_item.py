"""What Apple Podcasts and PSP-1 ask of a feed's items, a sentence for each rule.

Apple: "A Podcaster's Guide to RSS" and podcasters.apple.com/support/823; PSP-1: the Podcast RSS
Specification.
"""

from __future__ import annotations

import pytest

from podcast.feed.types import Item
from tests.podcast.feed.samples import (
    NS,
    item,
    item_element,
    text,
)


def notes(one: Item) -> str:
    return text(item_element(one), "description") or ""


def test_the_item_has_every_tag_that_apple_and_psp_require() -> None:
    element = item_element(item(7))
    assert text(element, "title") == "A night without sleep, part 7"
    assert text(element, "guid") == str(item(7).guid)
    assert element.find("guid").get("isPermaLink") == "false"
    (enclosure,) = element.findall("enclosure")
    assert dict(enclosure.attrib) == {
        "url": "https://practice.example/listen/7.mp3",
        "length": "20000007",
        "type": "audio/mpeg",
    }


def test_the_item_has_every_tag_that_apple_and_psp_recommend() -> None:
    element = item_element(item(7))
    assert text(element, "pubDate") == "Mon, 23 Feb 2026 06:00:00 GMT"
    assert text(element, "link") == "https://practice.example/podcast/episode-7/"
    assert text(element, "itunes:duration") == "1807"
    assert element.find("itunes:image", NS).get("href") == item(7).image_url
    assert text(element, "itunes:explicit") == "false"
    assert text(element, "itunes:author") == "Ada Host"
    assert text(element, "itunes:title") == text(element, "title")


@pytest.mark.parametrize(("seconds", "written"), [(10.425, "10"), (0.3, "1"), (0.0, None)])
def test_duration_is_whole_seconds_and_left_out_when_unknown(
    seconds: float, written: str | None
) -> None:
    assert text(item_element(item(duration=seconds)), "itunes:duration") == written


@pytest.mark.parametrize("value", [0, -1, None])
def test_season_and_number_are_left_out_unless_above_zero(value: int | None) -> None:
    element = item_element(item(**{"season": value, "number": value}))
    assert text(element, "itunes:season") is None
    assert text(element, "itunes:episode") is None


@pytest.mark.parametrize("episode_type", ["full", "trailer", "bonus"])
def test_the_episodes_type_is_written(episode_type: str) -> None:
    element = item_element(item(episode_type=episode_type))
    assert text(element, "itunes:episodeType") == episode_type


def test_full_notes_are_in_content_encoded_and_cut_ones_in_the_description() -> None:
    long = "<p>A sentence of the notes.</p>" * 300
    element = item_element(item(notes_html=long))
    assert text(element, "content:encoded") == long
    assert notes(item(notes_html=long)) == "<p>A sentence of the notes.</p>" * (4000 // 31)


def test_links_in_notes_are_absolute() -> None:
    link = '<a href="https://practice.example/articles/sleep/">our article</a>'
    assert link in notes(item())
    assert link in (text(item_element(item()), "content:encoded") or "")


@pytest.mark.parametrize("empty", ["", "  ", "<script>x</script>", "<!-- nothing -->"])
def test_without_notes_there_is_no_content_encoded(empty: str) -> None:
    one = item(notes_html=empty, summary="Short & good.")
    assert text(item_element(one), "content:encoded") is None
    assert notes(one) == "<p>Short &amp; good.</p>"


def test_a_summary_beside_notes_is_the_plain_itunes_summary() -> None:
    assert text(item_element(item()), "itunes:summary") == item().summary
    assert text(item_element(item(notes_html="")), "itunes:summary") is None


def test_the_summary_tag_has_at_most_4000_bytes() -> None:
    summary = text(item_element(item(summary="😀" * 5000)), "itunes:summary") or ""
    assert len(summary.encode()) == 4000


def test_html_in_a_title_is_text() -> None:
    title = "<b>Sleep</b> & <i>rest"
    assert text(item_element(item(title=title)), "title") == title


def test_the_end_of_cdata_in_a_text_changes_nothing() -> None:
    one = item(title="a ]]> b", notes_html="", summary="c ]]> d")
    assert text(item_element(one), "title") == "a ]]> b"
    assert notes(one) == "<p>c ]]&gt; d</p>"
