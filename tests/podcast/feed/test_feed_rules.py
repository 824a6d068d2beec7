"""The rules of Apple Podcasts and PSP-1 (Podcast Standards Project), one sentence each.

Apple: "A Podcaster's Guide to RSS" and podcasters.apple.com/support/823; PSP-1: the Podcast RSS
Specification; `podcast:` tags: docs/tags of the podcast namespace.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from podcast.feed.types import Category, Channel, Item, Owner, Person
from tests.podcast.feed.samples import (
    NS,
    ODD_TEXTS,
    channel,
    channel_element,
    item,
    item_element,
    joined,
)

DROPPED_BY_APPLE = ("subtitle", "keywords", "order", "isClosedCaptioned")


def text(element: etree._Element, path: str) -> str | None:
    return element.findtext(path, namespaces=NS)


def notes(one: Item) -> str:
    return text(item_element(one), "description") or ""


# The document


def test_the_feed_is_rss_2_in_utf_8_with_exactly_the_namespaces_readers_know() -> None:
    xml = joined(channel(), [item()])
    root = etree.fromstring(xml)
    assert xml.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert root.nsmap == {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "podcast": "https://podcastindex.org/namespace/1.0",
    }


def test_tags_that_apple_dropped_are_not_written() -> None:
    feed = etree.fromstring(joined(channel(), [item()]))
    for tag in DROPPED_BY_APPLE:
        assert feed.find(f".//itunes:{tag}", NS) is None


@pytest.mark.parametrize("odd", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_values_are_trimmed_and_at_most_255_characters(odd: str) -> None:
    show = channel(title=odd, author=odd, copyright=odd, owner=Owner(odd, "a@b.example"))
    feed = etree.fromstring(joined(show, [item(title=odd, author=odd)]))
    long_tags = {"description", f"{{{NS['content']}}}encoded", f"{{{NS['itunes']}}}summary"}
    for element in feed.iter():
        value = element.text or ""
        assert value == value.strip()
        assert element.tag in long_tags or len(value) <= 255


# The channel


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


# The item


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


# The podcast namespace


def test_persons_are_named_with_role_group_picture_and_address() -> None:
    (host,) = channel_element(channel()).findall("podcast:person", NS)
    assert host.text == "Ada Host"
    assert dict(host.attrib) == {
        "role": "host",
        "group": "cast",
        "href": "https://practice.example/ada/",
        "img": "https://practice.example/ada.jpg",
    }
    (guest,) = item_element(item()).findall("podcast:person", NS)
    assert (guest.text, dict(guest.attrib)) == ("Ben Guest", {"role": "guest", "group": "cast"})


def test_a_person_without_a_name_is_left_out() -> None:
    assert item_element(item(persons=(Person(" "),))).find("podcast:person", NS) is None


def test_funding_needs_an_address() -> None:
    funding = channel_element(channel()).find("podcast:funding", NS)
    assert (funding.text, funding.get("url")) == ("Support the show", channel().funding_url)
    assert channel_element(channel(funding_url="")).find("podcast:funding", NS) is None


@pytest.mark.parametrize(
    "changes",
    [{"funding_text": "x" * 200}, {"persons": (Person("x" * 200),)}],
    ids=["funding", "person"],
)
def test_texts_of_the_podcast_namespace_have_at_most_128_characters(
    changes: dict[str, Any],
) -> None:
    assert re.search(rb">x{128}</podcast:", joined(channel(**changes), []))


@pytest.mark.parametrize(("locked", "written"), [(True, "yes"), (False, "no")])
def test_locked_is_yes_or_no(locked: bool, written: str) -> None:
    assert text(channel_element(channel(locked=locked)), "podcast:locked") == written


def test_the_medium_is_written() -> None:
    assert text(channel_element(channel(medium="audiobook")), "podcast:medium") == "audiobook"


def test_every_text_field_may_hold_what_xml_forbids() -> None:
    dirty = "\x00\x1f\ufffe\ud800"
    show = channel(
        **{name: f"{value}{dirty}" for name, value in _texts(channel()).items()},
        persons=(Person(f"Ada{dirty}", href=f"https://a.example/{dirty}"),),
        categories=(Category(f"Arts{dirty}", f"Books{dirty}"),),
        owner=Owner(f"A{dirty}", f"a@b.example{dirty}"),
    )
    one = item(**{name: f"{value}{dirty}" for name, value in _texts(item()).items()})
    assert not re.search(f"[{dirty}]", joined(show, [one]).decode())


def _texts(record: Channel | Item) -> dict[str, str]:
    names = type(record).__dataclass_fields__
    return {name: getattr(record, name) for name in names if type(getattr(record, name)) is str}
