"""What an item says, as every reader should understand it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from operator import attrgetter
from typing import Any

from cms.syndication import clean_line, cleaned
from podcast.feed.licenses import LICENSES
from podcast.feed.notes import clean_notes
from podcast.feed.parts import AlternateEnclosure, Person, TranscriptLink, Value
from podcast.feed.render import SUMMARY_LIMIT
from podcast.feed.types import Item
from podcast.feed.values import phrase
from tests.feed_readers import (
    ReadChapter,
    ReadItem,
    ReadPerson,
    by_feedparser,
    by_partytime,
    by_podcastparser,
)


def told(item: Item) -> ReadItem:
    """What the three readers should find in ``item``, all of whose parts must be valid."""
    item = cleaned(item)
    notes = clean_notes(item.notes_html, item.link)
    return ReadItem(
        guid=str(item.guid),
        title=clean_line(item.title),
        enclosure_url=item.enclosure.url,
        enclosure_length=item.enclosure.length,
        enclosure_type=item.enclosure.mime_type,
        duration=max(1, round(item.duration)) if item.duration > 0 else 0,
        published=item.published,
        season=item.season,
        number=item.number,
        episode_type=item.episode_type,
        explicit=item.explicit,
        image_url=item.image_url,
        link=item.link,
        author=clean_line(item.author),
        notes=notes,
        summary=clean_line(item.summary, SUMMARY_LIMIT) if notes else "",
        chapters=tuple(
            ReadChapter(
                int(chapter.start), clean_line(chapter.title), chapter.url, chapter.image_url
            )
            for chapter in item.chapters
            if chapter.listed
        ),
        chapters_url=item.chapters_url,
        persons=tuple(_person(person) for person in item.persons),
    )


def assert_agree(read: Callable[[bytes], list[ReadItem]], xml: bytes, items: list[Item]) -> None:
    """Fail unless the parser finds in ``xml`` what ``items`` say, field by field."""
    meant = [told(item) for item in items]
    if read is by_podcastparser:
        # It sorts by date, newest first.
        meant.sort(key=attrgetter("published"), reverse=True)
    if read is by_feedparser:
        # It reads a C1 control character in a page as if it were Windows-1252.
        meant = [replace(item, notes=item.notes.replace("\x85", "…")) for item in meant]
    if read is by_partytime:
        meant = [_decoded_twice(item) for item in meant]
    found = read(xml)
    assert len(found) == len(meant)
    for one, expected in zip(found, meant, strict=True):
        assert one == expected.as_known_by(one)


def _decoded_twice(item: ReadItem) -> ReadItem:
    """Podcast Index's parser decodes entities in texts (not in attributes) once too often."""
    return replace(
        item,
        title=unescape(item.title),
        author=unescape(item.author),
        notes=unescape(item.notes),
        summary=unescape(item.summary),
        persons=tuple(replace(one, name=unescape(one.name)) for one in item.persons),
    )


def _person(person: Person) -> ReadPerson:
    return ReadPerson(phrase(person.name), person.role, person.group, person.href, person.img)


def told_of_parts(item: Item) -> dict[str, Any]:
    """What Podcast Index's parser, the only one that knows these tags, should find in ``item``.

    It is wrong in small things, which are said here: it names SRT by an old type, takes one location
    of several, drops a soundbite at 0 and an alternate enclosure of unknown length, gives a
    soundbite without a title the show's, reads no funding of an item, and decodes entities in texts
    once too often.
    """
    item = cleaned(item)
    parts = {
        "podcastTranscripts": [_transcript(link) for link in item.transcripts],
        "podcastSoundbites": [
            {
                "startTime": bite.start,
                "duration": bite.duration,
                "title": _text(bite.title) or "Rest & Recovery",
            }
            for bite in item.soundbites
            if bite.start
        ],
        "podcastLocation": [
            _given(name=_text(place.name), osm=place.osm, geo=place.geo) for place in item.locations
        ][:1],
        "podcastSeason": item.season and _given(number=item.season, name=phrase(item.season_name)),
        "podcastEpisode": item.number
        and _given(number=item.number, display=phrase(item.number_display, 32)),
        "license": item.license
        and {
            "identifier": item.license.name.lower(),
            "url": item.license.url or LICENSES[item.license.name.lower()],
        },
        "alternativeEnclosures": [
            _enclosure(other) for other in item.alternate_enclosures if other.length
        ],
        "podcastSocialInteraction": [
            _given(
                platform=social.protocol,
                url=social.uri,
                profileUrl=social.account_url,
                priority=social.priority,
            )
            | {"id": social.account_id}
            for social in item.social_interactions
            if social.uri
        ],
        "podcastTxt": [
            _given(value=_text_whole(txt.text), purpose=txt.purpose) for txt in item.txts
        ],
        "value": item.value and _value(item.value),
    }
    parts["podcastLocation"] = parts["podcastLocation"] and parts["podcastLocation"][0]
    return {name: part or None for name, part in parts.items()}


def _text(text: str) -> str:
    return unescape(phrase(text))


def _text_whole(text: str) -> str:
    return unescape(text)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None)}


def _transcript(link: TranscriptLink) -> dict[str, Any]:
    mime_type = link.mime_type.replace("x-subrip", "srt")
    return _given(url=link.url, type=mime_type, language=link.language, rel=link.rel)


def _enclosure(other: AlternateEnclosure) -> dict[str, Any]:
    sources = [{"uri": url, "contentType": other.mime_type} for url in other.urls]
    integrity = {"type": "sri", "value": other.integrity} if other.integrity else None
    return _given(
        type=other.mime_type,
        length=other.length,
        source=sources,
        default=other.default,
        integrity=integrity,
        bitrate=other.bit_rate or None,
        height=other.height or None,
        lang=other.language,
        title=phrase(other.title, 32),
        rel=phrase(other.rel, 32),
        codecs=other.codecs,
    )


def _value(value: Value) -> dict[str, Any]:
    recipients = [
        _given(
            type=one.type,
            address=one.address,
            split=one.split,
            name=phrase(one.name),
            customKey=one.custom_key,
            customValue=one.custom_value,
        )
        | {"fee": one.fee}
        for one in value.recipients
    ]
    suggested = float(value.suggested) if value.suggested else None
    return _given(type=value.type, method=value.method, suggested=suggested, recipients=recipients)
