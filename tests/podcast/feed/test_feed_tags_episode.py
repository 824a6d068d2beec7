"""Every tag that only an episode has is written, and left out where it would be invalid."""

from __future__ import annotations

from typing import Any

import pytest

from podcast.chapters import Chapter
from podcast.feed.parts import (
    AlternateEnclosure,
    ContentLink,
    SocialInteract,
    Soundbite,
    TranscriptLink,
)
from tests.podcast.feed.full import INTEGRITY, full_item
from tests.podcast.feed.samples import NS, SITE, item, item_element, text

VTT = TranscriptLink("https://a.example/1.vtt", "text/vtt")


def attributes(path: str, **changes: Any) -> list[dict[str, str]]:
    """The attributes of every such tag in the item."""
    found = item_element(item(**changes)).findall(path, NS)
    return [dict(element.attrib) for element in found]


def test_season_and_number_have_their_names() -> None:
    element = item_element(full_item())
    assert element.find("podcast:season", NS).attrib == {"name": "The long nights"}
    assert element.find("podcast:episode", NS).attrib == {"display": "Ch. 1"}
    assert (text(element, "podcast:season"), text(element, "podcast:episode")) == ("2", "1")


def test_without_a_number_there_is_no_name_of_it() -> None:
    element = item_element(full_item(season=None, number=0))
    assert element.find("podcast:season", NS) is None
    assert element.find("podcast:episode", NS) is None


def test_a_long_display_is_cut_after_a_word() -> None:
    (shown,) = attributes("podcast:episode", number_display="the second and a half chapter of it")
    assert shown == {"display": "the second and a half chapter of"}


def test_an_unknown_type_of_episode_is_left_out() -> None:
    assert text(item_element(item(episode_type="Full")), "itunes:episodeType") is None


# Transcripts and chapters


def test_a_transcript_says_its_own_language_and_is_captions_only_where_it_is() -> None:
    # Not always the show's language and captions, as Castopod has it.
    spoken = TranscriptLink("https://a.example/1.html", "text/html", "de-AT")
    captions = TranscriptLink("https://a.example/1.vtt", "text/vtt", "en", "captions")
    assert attributes("podcast:transcript", transcripts=(spoken, captions, VTT)) == [
        {"url": "https://a.example/1.html", "type": "text/html", "language": "de-AT"},
        {
            "url": "https://a.example/1.vtt",
            "type": "text/vtt",
            "language": "en",
            "rel": "captions",
        },
        {"url": "https://a.example/1.vtt", "type": "text/vtt"},
    ]


@pytest.mark.parametrize(
    "link",
    [
        TranscriptLink("", "text/vtt"),
        TranscriptLink("/t/1.vtt", "text/vtt"),
        TranscriptLink("https://a.example/", ""),
        TranscriptLink("https://a.example/", "VTT"),
    ],
)
def test_a_transcript_without_address_or_type_is_left_out(link: TranscriptLink) -> None:
    assert attributes("podcast:transcript", transcripts=(link,)) == []


def test_unknown_words_of_a_transcript_are_left_out_alone() -> None:
    link = TranscriptLink(VTT.url, VTT.mime_type, "English (UK)", "subtitles")
    assert attributes("podcast:transcript", transcripts=(link,)) == [
        {"url": VTT.url, "type": VTT.mime_type}
    ]


def test_json_chapters_are_linked_with_their_type() -> None:
    url = "https://a.example/chapters.json"
    assert attributes("podcast:chapters", chapters_url=url) == [
        {"url": url, "type": "application/json+chapters"}
    ]
    assert attributes("podcast:chapters", chapters_url="") == []


def test_podlove_chapters_are_in_order_of_time_to_the_thousandth() -> None:
    chapters = (
        Chapter(360_000.9996, "Late", url="https://a.example/ä", image_url="no address"),
        Chapter(0, "Start"),
        Chapter(59.9999, "Nearly a minute"),
        Chapter(1, "A mark for the player", listed=False),
        Chapter(2, ""),
    )
    assert attributes("psc:chapters", chapters=chapters) == [{"version": "1.2"}]
    assert attributes("psc:chapters/psc:chapter", chapters=chapters) == [
        {"start": "00:00:00.000", "title": "Start"},
        {"start": "00:01:00.000", "title": "Nearly a minute"},
        {"start": "100:00:01.000", "title": "Late", "href": "https://a.example/%C3%A4"},
    ]


def test_without_a_listed_chapter_there_are_no_podlove_chapters() -> None:
    assert attributes("psc:chapters", chapters=(Chapter(0, "x", listed=False),)) == []


@pytest.mark.parametrize(
    ("start", "duration", "is_written"),
    [
        (0, 15, True),
        (0, 120, True),
        (0, 14.999, False),
        (0, 120.001, False),
        (-1, 30, False),
        (1801, 15, False),
        (1786.4, 15, True),
        (float("nan"), 30, False),
        (0, float("nan"), False),
    ],
)
def test_a_soundbite_is_15_to_120_seconds_inside_the_episode(
    start: float, duration: float, is_written: bool
) -> None:
    bites = attributes("podcast:soundbite", soundbites=(Soundbite(start, duration),))
    assert bool(bites) is is_written


def test_times_of_a_soundbite_are_plain_decimals() -> None:
    bites = (Soundbite(1234.5678, 60.0, "Why"), Soundbite(0.00001, 20))
    element = item_element(item(soundbites=bites))
    found = element.findall("podcast:soundbite", NS)
    assert [(dict(one.attrib), one.text) for one in found] == [
        ({"startTime": "1234.568", "duration": "60"}, "Why"),
        ({"startTime": "0", "duration": "20"}, None),
    ]


# Other forms and places


def test_another_form_names_its_sources_and_its_hash() -> None:
    form = full_item().alternate_enclosures[0]
    changes = {"alternate_enclosures": (form,)}
    assert attributes("podcast:alternateEnclosure", **changes) == [
        {
            "type": "audio/ogg",
            "length": "9000000",
            "bitrate": "96000",
            "lang": "en",
            "title": "High quality",
            "rel": "default",
            "codecs": "opus",
        }
    ]
    assert attributes("podcast:alternateEnclosure/podcast:source", **changes) == [
        {"uri": "https://practice.example/alt/1.opus"},
        {"uri": "ipfs://bafy1"},
    ]
    assert attributes("podcast:alternateEnclosure/podcast:integrity", **changes) == [
        {"type": "sri", "value": INTEGRITY}
    ]


@pytest.mark.parametrize(
    "form",
    [
        AlternateEnclosure("audio/ogg", ()),
        AlternateEnclosure("audio/ogg", ("/relative",)),
        AlternateEnclosure("", ("https://a.example/",)),
    ],
)
def test_a_form_without_type_or_source_is_left_out(form: AlternateEnclosure) -> None:
    assert attributes("podcast:alternateEnclosure", alternate_enclosures=(form,)) == []


def test_what_is_no_integrity_is_left_out_alone() -> None:
    form = AlternateEnclosure("audio/ogg", ("https://a.example/",), integrity="md5-abc")
    element = item_element(item(alternate_enclosures=(form,)))
    assert element.find("podcast:alternateEnclosure", NS) is not None
    assert element.find("podcast:alternateEnclosure/podcast:integrity", NS) is None


def test_other_places_are_linked() -> None:
    links = (ContentLink("https://video.example/1", "Watch"), ContentLink("javascript:x", "no"))
    (link,) = item_element(item(content_links=links)).findall("podcast:contentLink", NS)
    assert (link.text, dict(link.attrib)) == ("Watch", {"href": "https://video.example/1"})


def test_the_place_to_talk_is_named() -> None:
    socials = (
        SocialInteract("activitypub", "https://social.example/1", "@ada", "", 0),
        SocialInteract("myspace", "https://social.example/1"),
        SocialInteract("nostr", ""),
    )
    assert attributes("podcast:socialInteract", social_interactions=socials) == [
        {
            "protocol": "activitypub",
            "uri": "https://social.example/1",
            "accountId": "@ada",
            "priority": "0",
        }
    ]


def test_the_websites_own_comments_and_their_feed_are_named() -> None:
    (comments,) = item_element(full_item()).findall("comments")
    assert comments.text == f"{SITE}/podcast/episode-1/#comments"
    (feed,) = item_element(full_item()).findall("wfw:commentRss", NS)
    assert feed.text == f"{SITE}/comments/1/feed.xml"


def test_they_are_not_named_where_comments_are_disabled_or_nowhere() -> None:
    silent = full_item(social_interactions=(SocialInteract("disabled", ""),))
    for one in (silent, item()):
        element = item_element(one)
        assert element.find("comments") is element.find("wfw:commentRss", NS) is None


def test_comments_disabled_stand_alone() -> None:
    socials = (
        SocialInteract("activitypub", "https://social.example/1"),
        SocialInteract("disabled", "https://social.example/1"),
    )
    assert attributes("podcast:socialInteract", social_interactions=socials) == [
        {"protocol": "disabled"}
    ]
