"""What Apple Podcasts and PSP-1 ask of a feed's channel, a sentence for each rule.

Apple: "A Podcaster's Guide to RSS" and podcasters.apple.com/support/823; PSP-1: the Podcast RSS
Specification.
"""

from __future__ import annotations

import pytest

from podcast.feed.types import Category
from tests.podcast.feed.samples import (
    NS,
    channel,
    channel_element,
    item,
    item_element,
    joined,
    text,
)


def test_the_channel_has_every_tag_that_apple_and_psp_require() -> None:
    element = channel_element(channel())
    assert text(element, "title") == "Rest & Recovery"
    assert text(element, "description") == "<p>Talks about <b>sleep</b> and rest.</p>"
    assert text(element, "link") == "https://practice.example/podcast/"
    assert text(element, "language") == "en"
    assert element.find("itunes:image", NS).get("href") == channel().image_url
    assert text(element, "itunes:explicit") == "false"


def test_the_channel_has_every_tag_that_apple_and_psp_recommend() -> None:
    element = channel_element(channel())
    assert text(element, "itunes:author") == "The Practice"
    assert text(element, "itunes:title") == "Rest & Recovery"
    assert text(element, "podcast:guid") == str(channel().guid)
    assert text(element, "podcast:locked") == "yes"


def test_categories_are_nested_and_their_ampersand_is_escaped() -> None:
    first, second = channel_element(channel()).findall("itunes:category", NS)
    assert first.get("text") == "Health & Fitness"
    assert first.find("itunes:category", NS).get("text") == "Medicine"
    assert (second.get("text"), len(second)) == ("Science", 0)
    assert b'text="Health &amp; Fitness"' in joined(channel(), [])


def test_two_subcategories_of_a_category_share_it() -> None:
    show = channel(categories=(Category("Arts", "Books"), Category("Arts", "Food")))
    (arts,) = channel_element(show).findall("itunes:category", NS)
    assert [sub.get("text") for sub in arts] == ["Books", "Food"]


@pytest.mark.parametrize(("explicit", "written"), [(True, "true"), (False, "false")])
def test_explicit_is_true_or_false_never_yes_or_no(explicit: bool, written: str) -> None:
    assert text(channel_element(channel(explicit=explicit)), "itunes:explicit") == written
    assert text(item_element(item(explicit=explicit)), "itunes:explicit") == written


def test_the_feed_links_to_itself_exactly_once_and_to_the_shows_page() -> None:
    element = channel_element(channel())
    (self_link,) = element.findall("atom:link", NS)
    assert dict(self_link.attrib) == {
        "href": channel().feed_url,
        "rel": "self",
        "type": "application/rss+xml",
    }
    assert [link.text for link in element.findall("link")] == [channel().link]


def test_both_channel_images_are_the_same_one() -> None:
    element = channel_element(channel())
    assert text(element, "image/url") == element.find("itunes:image", NS).get("href")
    assert text(element, "image/title") == text(element, "title")
    assert text(element, "image/link") == text(element, "link")


@pytest.mark.parametrize("url", ["/a.jpeg", "/a.JPG", "/a.png?v=2", "/a"])
def test_artwork_of_any_address_is_written(url: str) -> None:
    url = f"https://practice.example{url}"
    for element in (channel_element(channel(image_url=url)), item_element(item(image_url=url))):
        assert element.find("itunes:image", NS).get("href") == url


def test_a_show_without_artwork_has_no_image_tag() -> None:
    element = channel_element(channel(image_url=""))
    assert element.find("image") is None
    assert element.find("itunes:image", NS) is None


def test_the_owners_address_is_there_for_spotify_and_youtube() -> None:
    element = channel_element(channel())
    assert text(element, "itunes:owner/itunes:name") == "The Practice"
    assert text(element, "itunes:owner/itunes:email") == "podcast@practice.example"
    assert element.find("podcast:locked", NS).get("owner") == "podcast@practice.example"


def test_without_an_owner_no_address_is_published() -> None:
    xml = joined(channel(owner=None), [item()])
    assert b"@" not in xml
    assert b"<podcast:locked>yes</podcast:locked>" in xml


@pytest.mark.parametrize("tag", ["block", "complete"])
def test_block_and_complete_are_yes_or_left_out(tag: str) -> None:
    assert text(channel_element(channel(**{tag: True})), f"itunes:{tag}") == "Yes"
    assert text(channel_element(channel(**{tag: False})), f"itunes:{tag}") is None


def test_a_blocked_item_says_yes_and_any_other_nothing() -> None:
    assert text(item_element(item(block=True)), "itunes:block") == "Yes"
    assert text(item_element(item()), "itunes:block") is None


@pytest.mark.parametrize("show_type", ["episodic", "serial"])
def test_the_shows_type_is_written(show_type: str) -> None:
    assert text(channel_element(channel(show_type=show_type)), "itunes:type") == show_type


def test_a_move_is_announced() -> None:
    moved = channel(new_feed_url="https://new.example/feed.xml")
    assert text(channel_element(moved), "itunes:new-feed-url") == "https://new.example/feed.xml"
    assert text(channel_element(channel()), "itunes:new-feed-url") is None


def test_the_copyright_holder_is_named() -> None:
    assert text(channel_element(channel()), "copyright") == "The Practice"


@pytest.mark.parametrize("word", ["End. ", "é" * 50 + " ", "😀"])
def test_descriptions_have_at_most_4000_bytes(word: str) -> None:
    long = f"<p>{word * 4000}</p>"
    for element in (
        channel_element(channel(description=long)),
        item_element(item(notes_html=long)),
        item_element(item(notes_html="", summary=word * 4000)),
    ):
        assert 3500 < len((text(element, "description") or "").encode()) <= 4000


def test_descriptions_are_in_cdata() -> None:
    xml = joined(channel(), [item(), item(2, notes_html="")])
    assert xml.count(b"<description><![CDATA[<p>") == xml.count(b"<description>") == 3


def test_a_show_without_a_description_is_described_by_its_title() -> None:
    assert text(channel_element(channel(description=" ")), "description") == "Rest & Recovery"
