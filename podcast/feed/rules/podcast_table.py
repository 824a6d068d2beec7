"""The tags of the podcast namespace: where each may stand, how often, and what it holds.

Source: Podcastindex-org/podcast-namespace, docs/tags, as of May 2026, phases 1 to 8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from podcast.feed.mediums import MEDIUMS
from podcast.feed.values import (
    COUNTRY,
    DECIMAL,
    GEO,
    GUID,
    LANGUAGE,
    LOCATION_RELATIONS,
    MIME_TYPE,
    OSM,
    RRULE,
    TEXT_LIMIT,
    TXT_LIMIT,
)

CHANNEL: Final = "channel"
ITEM: Final = "item"
LIVE: Final = "liveItem"

_CHANNEL: Final = frozenset({CHANNEL})
_ITEM: Final = frozenset({ITEM, LIVE})
_BOTH: Final = _CHANNEL | _ITEM

_WHOLE: Final = r"[0-9]+"
_POSITIVE: Final = r"[1-9][0-9]*"
_BOOLEAN: Final = r"true|false"
_YES_NO: Final = r"yes|no"
_ISO_8601: Final = (
    r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?"  # A date, or a moment.
)
_MEDIUM: Final = "|".join(sorted(MEDIUMS))


@dataclass(frozen=True, slots=True)
class Tag:
    """The rules of one tag.

    ``required`` and ``optional`` hold a pattern for each attribute (empty: any text), ``value`` one
    for the text; ``limit`` is in characters. ``children`` tells the least and the most of each kind.
    """

    parents: frozenset[str]
    many: bool = False
    required: dict[str, str] = field(default_factory=dict)
    optional: dict[str, str] = field(default_factory=dict)
    value: str = ""
    limit: int = 0
    is_empty: bool = False
    children: dict[str, tuple[int, int | None]] = field(default_factory=dict)


#: Any text that is not empty.
_SOME: Final = r"[\s\S]*\S[\s\S]*"

TAGS: Final[dict[str, Tag]] = {
    "locked": Tag(_CHANNEL, value=_YES_NO, optional={"owner": ""}),
    "guid": Tag(_CHANNEL, value=GUID),
    "medium": Tag(_CHANNEL, value=_MEDIUM),
    "block": Tag(_CHANNEL, many=True, value=_YES_NO, optional={"id": ""}),
    "podping": Tag(_CHANNEL, is_empty=True, optional={"usesPodping": _BOOLEAN}),
    "podroll": Tag(_CHANNEL, children={"remoteItem": (1, None)}),
    "publisher": Tag(_CHANNEL, children={"remoteItem": (1, 1)}),
    "updateFrequency": Tag(
        _CHANNEL,
        limit=TEXT_LIMIT,
        optional={"complete": _BOOLEAN, "dtstart": _ISO_8601, "rrule": RRULE},
    ),
    "trailer": Tag(
        _CHANNEL,
        many=True,
        value=_SOME,
        limit=TEXT_LIMIT,
        required={"url": "", "pubdate": ""},
        optional={"length": _POSITIVE, "type": MIME_TYPE, "season": _POSITIVE},
    ),
    "liveItem": Tag(
        _CHANNEL,
        many=True,
        required={"status": "pending|live|ended", "start": _ISO_8601},
        optional={"end": _ISO_8601},
        children={"contentLink": (1, None)},
    ),
    "remoteItem": Tag(
        _CHANNEL | {"podroll", "publisher", "valueTimeSplit"},
        many=True,
        is_empty=True,
        required={"feedGuid": GUID},
        optional={"feedUrl": "", "itemGuid": "", "medium": _MEDIUM, "title": ""},
    ),
    "funding": Tag(_BOTH, many=True, limit=TEXT_LIMIT, required={"url": ""}),
    "person": Tag(
        _BOTH,
        many=True,
        value=_SOME,
        limit=TEXT_LIMIT,
        optional={"role": "", "group": "", "img": "", "href": ""},
    ),
    "location": Tag(
        _BOTH,
        many=True,
        value=_SOME,
        limit=TEXT_LIMIT,
        optional={
            "rel": "|".join(LOCATION_RELATIONS),
            "geo": GEO,
            "osm": OSM,
            "country": COUNTRY,
        },
    ),
    "license": Tag(_BOTH, value=_SOME, limit=TEXT_LIMIT, optional={"url": ""}),
    "txt": Tag(_BOTH, many=True, limit=TXT_LIMIT, optional={"purpose": r"[\s\S]{1,128}"}),
    "socialInteract": Tag(
        _BOTH,
        many=True,
        is_empty=True,
        required={"protocol": ""},
        optional={"uri": "", "accountId": "", "accountUrl": "", "priority": _WHOLE},
    ),
    "value": Tag(
        _BOTH,
        many=True,
        required={"type": "", "method": ""},
        optional={"suggested": DECIMAL},
        children={"valueRecipient": (1, None)},
    ),
    "valueRecipient": Tag(
        frozenset({"value", "valueTimeSplit"}),
        many=True,
        is_empty=True,
        required={"type": "", "address": "", "split": _WHOLE},
        optional={"name": "", "customKey": "", "customValue": "", "fee": _BOOLEAN},
    ),
    "valueTimeSplit": Tag(
        frozenset({"value"}),
        many=True,
        required={"startTime": DECIMAL, "duration": DECIMAL},
        optional={"remoteStartTime": DECIMAL, "remotePercentage": r"100|[0-9]{1,2}"},
    ),
    "transcript": Tag(
        _ITEM,
        many=True,
        is_empty=True,
        required={"url": "", "type": MIME_TYPE},
        optional={"language": LANGUAGE, "rel": "captions"},
    ),
    "chapters": Tag(
        _ITEM,
        is_empty=True,
        required={"url": "", "type": r"application/json(\+chapters)?"},
    ),
    "soundbite": Tag(
        _ITEM,
        many=True,
        limit=TEXT_LIMIT,
        required={"startTime": DECIMAL, "duration": DECIMAL},
    ),
    "season": Tag(_ITEM, value=_WHOLE, optional={"name": r".{1,128}"}),
    "episode": Tag(_ITEM, value=DECIMAL, optional={"display": r".{1,32}"}),
    "alternateEnclosure": Tag(
        _ITEM,
        many=True,
        required={"type": MIME_TYPE},
        optional={
            "length": _POSITIVE,
            "bitrate": DECIMAL,
            "height": _POSITIVE,
            "lang": LANGUAGE,
            "title": r".{1,32}",
            "rel": r".{1,32}",
            "codecs": "",
            "default": _BOOLEAN,
        },
        children={"source": (1, None)},
    ),
    "source": Tag(
        frozenset({"alternateEnclosure"}),
        many=True,
        is_empty=True,
        required={"uri": ""},
        optional={"contentType": MIME_TYPE},
    ),
    "integrity": Tag(
        frozenset({"alternateEnclosure"}),
        is_empty=True,
        required={"type": "sri|pgp-signature", "value": ""},
    ),
    "contentLink": Tag(_ITEM, many=True, required={"href": ""}),
    "chat": Tag(
        _BOTH,
        is_empty=True,
        required={"server": "", "protocol": "irc|xmpp|nostr|matrix"},
        optional={"accountId": "", "space": ""},
    ),
    "image": Tag(
        _BOTH,
        many=True,
        is_empty=True,
        required={"href": ""},
        optional={
            "alt": "",
            "aspect-ratio": "",
            "width": _POSITIVE,
            "height": _POSITIVE,
            "type": MIME_TYPE,
            "purpose": "",
        },
    ),
    # Deprecated in favour of image, which the rules say elsewhere.
    "images": Tag(_BOTH, is_empty=True, required={"srcset": ""}),
}
