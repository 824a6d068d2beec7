"""Episodes made by chance, always the same: every feature on, off and at odd values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any, NamedTuple, TypeVar
from uuid import UUID, uuid5

from podcast.chapters import Chapter
from podcast.feed.licenses import LICENSES
from podcast.feed.parts import (
    AlternateEnclosure,
    ContentLink,
    Funding,
    License,
    Location,
    Person,
    SocialInteract,
    Soundbite,
    TranscriptLink,
    Txt,
    Value,
    ValueRecipient,
)
from podcast.feed.persons import PERSON_ROLES
from podcast.feed.social import SOCIAL_PROTOCOLS
from podcast.feed.types import Enclosure, Item
from tests.podcast.feed.samples import ODD_TEXTS, SITE

TEXTS = (
    *ODD_TEXTS.values(),
    "<b>HTML</b> & <i>in a title",
    "&amp; &lt;b&gt; &copy; &eacute;",
    "99999999999999999999999999",
    "no-break" * 1250,
    "🏳️‍🌈" * 200,
    "\u202eright to left by force\u202c and \u200bno width",
    "next\x85line\u2028and\u2029paragraph",
    "<script>alert(1)</script>",
    "-->",
    "?>",
)
BIG = 2**52

Part = TypeVar("Part")


class Generated(NamedTuple):
    """``item`` as it is rendered; ``valid`` without the parts that no feed may hold."""

    item: Item
    valid: Item


def episodes(count: int, seed: int) -> list[Generated]:
    """Return ``count`` episodes, newest first; the same seed gives the same ones."""
    random = Random(seed)
    return [_episode(number, random) for number in range(count, 0, -1)]


def _episode(number: int, random: Random) -> Generated:
    def some(parts: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(random.sample(parts, random.randint(0, len(parts))))

    def text() -> str:
        # Words before, because a text of nothing but digits is a number to Podcast Index's parser.
        return f"Night {number}: {random.choice(TEXTS)}"

    url = f"{SITE}/x/{number}/%C3%A4?a=1&b={number}"
    zone = timezone(timedelta(hours=random.randint(-12, 14)))
    ending, mime_type = random.choice([("mp3", "audio/mpeg"), ("m4a", "audio/x-m4a")])
    duration = random.choice([0.0, 0.2, 59.6, 1800.4, 86_400.0, 9_999_999.0])
    valid = Item(
        guid=uuid5(UUID(int=1), str(number)),
        title=text(),
        link=f"{SITE}/podcast/episode-{number}/",
        published=(
            datetime(1999, 12, 31, tzinfo=UTC)
            + timedelta(days=40 * number, seconds=random.randint(0, 86_399))
        ).astimezone(zone),
        enclosure=Enclosure(
            f"{SITE}/listen/{number}.{ending}?a=1&b=%20", random.choice([1, 16_384, BIG]), mime_type
        ),
        duration=duration,
        summary=random.choice(["", text()]),
        notes_html=random.choice(["", text(), f"<h2>{text()}</h2><ul><li>{text()}</li></ul>"]),
        image_url=random.choice(["", f"{url}.jpg"]),
        explicit=random.random() < 0.5,
        season=random.choice([None, 1, BIG]),
        number=random.choice([None, number, BIG - number]),
        episode_type=random.choice(["full", "trailer", "bonus"]),
        author=random.choice(["", text()]),
        block=random.random() < 0.1,
        season_name=random.choice(["", text()]),
        number_display=random.choice(["", text()]),
        persons=some([_person(random, text, url) for _ in range(4)]),
        chapters=_chapters(random, text, url),
        chapters_url=random.choice(["", f"{url}.json"]),
        transcripts=some(
            [
                TranscriptLink(f"{url}.vtt", "text/vtt", "en", "captions"),
                TranscriptLink(f"{url}.srt", "application/x-subrip", "zh-Hant-TW"),
                TranscriptLink(f"{url}.json", "application/json", "de"),
                TranscriptLink(f"{url}.html", "text/html", "en"),
            ]
        ),
        soundbites=some([Soundbite(0, 15), Soundbite(7.125, 45.5, text())])
        if duration > 60
        else (),
        locations=some(
            [
                Location(text(), "subject", "geo:-90,-180.0", "N1", "at"),
                Location(text(), "creator", "geo:48.198634,16.371648;crs=wgs84;u=40"),
            ]
        ),
        license=random.choice([None, *(License(name) for name in LICENSES), License("own", url)]),
        fundings=some([Funding(url, text()), Funding(f"{url}&c=3")]),
        alternate_enclosures=some(_alternates(text, url)),
        content_links=some([ContentLink(url, text()), ContentLink(url)]),
        social_interactions=random.choice([_socials(random, url), (SocialInteract("disabled"),)]),
        txts=some([Txt("x" * 4000, "release"), Txt(f"a {text()[:2000]} b")]),
        value=random.choice([None, _value(random, text)]),
    )
    return Generated(_with_invalid_parts(valid) if random.random() < 0.5 else valid, valid)


def _person(random: Random, text: Any, url: str) -> Person:
    group = random.choice([*PERSON_ROLES])
    role = random.choice(PERSON_ROLES[group])
    return Person(text(), role.lower(), group.lower(), random.choice(["", url]), f"{url}.jpg")


def _chapters(random: Random, text: Any, url: str) -> tuple[Chapter, ...]:
    starts = sorted(random.sample(range(359_999), random.randint(0, 8)))
    return tuple(
        Chapter(
            start + random.choice([0, 0.5, 0.999]),
            text(),
            url=random.choice(["", url]),
            image_url=random.choice(["", f"{url}.png"]),
            listed=random.random() < 0.8,
        )
        for start in starts
    )


def _alternates(text: Any, url: str) -> list[AlternateEnclosure]:
    return [
        AlternateEnclosure("audio/ogg", (url, "ipfs://bafy"), BIG, 160_707.74, title=text()),
        AlternateEnclosure("video/mp4", (url,), 1, height=1080, language="en", codecs="avc1"),
        AlternateEnclosure("audio/flac", (url,), default=True, integrity="sha256-abc+/w=="),
    ]


def _socials(random: Random, url: str) -> tuple[SocialInteract, ...]:
    names = random.sample([*SOCIAL_PROTOCOLS], 3)
    return tuple(
        SocialInteract(name, url, f"@{name}", random.choice(["", url]), priority)
        for priority, name in enumerate(names)
    )


def _value(random: Random, text: Any) -> Value:
    recipients = tuple(
        ValueRecipient("node", f"02{share}", share, text(), custom_key="7", fee=share == 1)
        for share in range(1, random.randint(2, 5))
    )
    return Value("lightning", "keysend", recipients, random.choice(["", "0.00000015000"]))


def _with_invalid_parts(item: Item) -> Item:
    """Return the item with parts that must not be written, between those that must."""
    return replace(
        item,
        persons=(Person(" \x0b"), *item.persons),
        chapters=(Chapter(float("nan"), "never"), Chapter(-1, "before"), *item.chapters),
        transcripts=(TranscriptLink("/relative.vtt", "text/vtt"), *item.transcripts),
        soundbites=(
            Soundbite(0, 14.9),
            Soundbite(0, 121),
            Soundbite(item.duration or float("inf"), 20),
            *item.soundbites,
        ),
        locations=(Location(""), *item.locations),
        fundings=(Funding("javascript:alert(1)"), *item.fundings),
        alternate_enclosures=(
            AlternateEnclosure("audio", (item.link,)),
            AlternateEnclosure("audio/ogg", ("no address",)),
            *item.alternate_enclosures,
        ),
        content_links=(ContentLink("mailto:a@b.example"), *item.content_links),
        social_interactions=(
            SocialInteract("myspace", item.link),
            SocialInteract("matrix"),
            *item.social_interactions,
        ),
        txts=(Txt("x" * 4001), Txt("x", "y" * 129), *item.txts),
        license=item.license or License("of no list"),
        value=item.value or Value("lightning", "keysend", (ValueRecipient("node", "", 1),)),
    )
