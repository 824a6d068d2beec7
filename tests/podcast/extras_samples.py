"""What editors fill into each block of a show's and an episode's extras, as tests need it."""

from __future__ import annotations

from typing import Any

PERSON: dict[str, Any] = {
    "author": None,
    "name": "Ada Quill",
    "role": "writing/editor",
    "picture": None,
    "link": "https://ada.example/",
}
FUNDING = {"url": "https://give.example/", "text": "Support the show"}
LOCATION = {
    "name": "Lake Constance",
    "rel": "subject",
    "coordinates": "47.65, 9.48",
    "osm": "R1112",
    "country": "AT",
}
TXT = {"purpose": "verify", "text": "proof-1234"}
RECIPIENT: dict[str, Any] = {
    "name": "Ada",
    "type": "lnaddress",
    "address": "ada@pay.example",
    "split": 90,
    "fee": False,
    "custom_key": "",
    "custom_value": "",
}
VALUE = {"method": "lnaddress", "suggested": "0.00000015", "recipients": [RECIPIENT]}
PODROLL = {
    "title": "Another Show",
    "feed_url": "https://podnews.net/rss",
    "feed_guid": "",
}
PUBLISHER = {
    "title": "The House",
    "feed_url": "https://house.example/feed.xml",
    "feed_guid": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
}
SERVICE = {"service": "spotify", "answer": "yes"}
SEASON = {"number": 2, "name": "The second winter"}
SOUNDBITE = {"start": 5.5, "seconds": 20, "title": "The best of it"}
CONTENT_LINK = {"url": "https://video.example/1", "text": "As a video"}
SOCIAL: dict[str, Any] = {
    "protocol": "activitypub",
    "uri": "https://social.example/@show/1",
    "account_id": "@show@social.example",
    "account_url": "https://social.example/@show",
    "priority": 1,
}
ALTERNATE: dict[str, Any] = {
    "title": "Video",
    "recording": None,
    "url": "https://files.example/1.mp4",
    "mime_type": "video/mp4",
    "language": "de",
    "length": 1000,
    "height": 720,
    "integrity": "sha384-" + "A" * 64,
}

SHOW_EXTRAS: list[tuple[str, Any]] = [
    ("person", PERSON),
    ("funding", FUNDING),
    ("location", LOCATION),
    ("season", SEASON),
    ("podroll", PODROLL),
    ("txt", TXT),
    ("service", SERVICE),
    ("publisher", PUBLISHER),
    ("value", VALUE),
]
EPISODE_EXTRAS: list[tuple[str, Any]] = [
    ("person", PERSON),
    ("soundbite", SOUNDBITE),
    ("funding", FUNDING),
    ("location", LOCATION),
    ("content_link", CONTENT_LINK),
    ("social", SOCIAL),
    ("alternate", ALTERNATE),
    ("txt", TXT),
    ("value", VALUE),
]
