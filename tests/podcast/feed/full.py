"""A show and an episode with every part a feed can have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from podcast.chapters import Chapter
from podcast.feed.parts import (
    AlternateEnclosure,
    ContentLink,
    Funding,
    License,
    Location,
    Paging,
    Person,
    RemoteItem,
    ServiceBlock,
    SocialInteract,
    Soundbite,
    Trailer,
    TranscriptLink,
    Txt,
    UpdateFrequency,
    Value,
    ValueRecipient,
)
from podcast.feed.types import Channel, Item
from tests.podcast.feed.samples import SITE, channel, item

FRIEND = RemoteItem(
    feed_guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
    feed_url="https://friend.example/feed.xml",
    item_guid="friend-1",
    medium="podcast",
    title="A friend's show",
)
PAYMENT = Value(
    type="lightning",
    method="keysend",
    suggested="0.00000015000",
    recipients=(
        ValueRecipient("node", "02d5c1bf8b940dc9cadca86d1b0a3c37", 95, name="Ada"),
        ValueRecipient("node", "03ae9f91a0cb8ff43840e3c322c4c61f", 5, "House", "7", "x", fee=True),
    ),
)
INTEGRITY = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"

FULL_CHANNEL = channel(
    complete=True,
    block=True,
    new_feed_url="https://new.example/feed.xml",
    locations=(
        Location("Leipzig", "subject", "geo:51.3397,12.3731", "R62649", "de"),
        Location("A studio by the sea", "creator"),
    ),
    license=License("cc-by-4.0"),
    podroll=(FRIEND, replace(FRIEND, feed_guid="3f2a8e4e-263a-51aa-9d3d-0d71f82a1564")),
    publisher=replace(FRIEND, medium="publisher", item_guid=""),
    trailers=(
        Trailer(
            "What you will hear",
            f"{SITE}/listen/trailer.mp3",
            datetime(2026, 1, 1, tzinfo=UTC),
            length=900_000,
            mime_type="audio/mpeg",
            season=2,
        ),
    ),
    update_frequency=UpdateFrequency(
        "Every Monday", "FREQ=WEEKLY;BYDAY=MO", datetime(2026, 1, 5, tzinfo=UTC)
    ),
    txts=(Txt("proof-6f2c", "verify"), Txt("free words")),
    value=PAYMENT,
    service_blocks=(ServiceBlock(True), ServiceBlock(False, "apple")),
    hub_urls=("https://hub.example/",),
    paging=Paging(
        first=f"{SITE}/podcast/feed.xml",
        last=f"{SITE}/podcast/feed/1.xml",
        next=f"{SITE}/podcast/feed/2.xml",
        previous=f"{SITE}/podcast/feed/4.xml",
        is_archive=True,
    ),
    stylesheet_url=f"{SITE}/static/feed.xsl?v=1&w=2",
)

FULL_ITEM = item(
    season_name="The long nights",
    number_display="Ch. 1",
    persons=(
        Person("Ben Guest", "guest", "cast", f"{SITE}/ben/", f"{SITE}/ben.jpg"),
        Person("Cleo Cutter", "audio editor", "audio post-production"),
    ),
    chapters=(
        Chapter(0, "Welcome", url=f"{SITE}/welcome/", image_url=f"{SITE}/welcome.jpg"),
        Chapter(61.5, "Falling asleep"),
        Chapter(70, "A picture for the player", listed=False),
        Chapter(3661.001, "Waking"),
    ),
    chapters_url=f"{SITE}/podcast/episode-1/chapters.json",
    transcripts=(
        TranscriptLink(f"{SITE}/t/1.vtt", "text/vtt", "en", "captions"),
        TranscriptLink(f"{SITE}/t/1.srt", "application/x-subrip", "de-AT"),
    ),
    soundbites=(Soundbite(33.25, 30, "Why we dream"), Soundbite(1000, 15.5)),
    locations=(Location("Vienna", "creator", "geo:48.2,16.37", "R109166", "at"),),
    license=License("cc-by-nc-4.0"),
    fundings=(Funding(f"{SITE}/tip/", "A tip for this one"),),
    alternate_enclosures=(
        AlternateEnclosure(
            "audio/ogg",
            (f"{SITE}/alt/1.opus", "ipfs://bafy1"),
            length=9_000_000,
            bit_rate=96000,
            language="en",
            title="High quality",
            rel="default",
            codecs="opus",
            integrity=INTEGRITY,
        ),
        AlternateEnclosure("video/mp4", (f"{SITE}/alt/1.mp4",), length=99, height=1080),
    ),
    content_links=(ContentLink("https://video.example/1", "See it as a video"),),
    social_interactions=(
        SocialInteract(
            "activitypub",
            "https://social.example/@ada/1",
            "@ada",
            "https://social.example/@ada",
            1,
        ),
    ),
    comments_url=f"{SITE}/podcast/episode-1/#comments",
    comments_feed_url=f"{SITE}/comments/1/feed.xml",
    txts=(Txt("machine made", "ai-content"),),
    value=PAYMENT,
)


def full_channel(**changes: Any) -> Channel:
    return replace(FULL_CHANNEL, **changes)


def full_item(**changes: Any) -> Item:
    return replace(FULL_ITEM, **changes)
