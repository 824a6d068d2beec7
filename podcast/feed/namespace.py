"""The namespaces of a podcast feed, under the prefixes that readers look for."""

from __future__ import annotations

from typing import Final

ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
#: Without a slash at its end: with one, AntennaPod knows none of its tags.
PODCAST: Final = "https://podcastindex.org/namespace/1.0"
#: Podlove Simple Chapters 1.2.
PSC: Final = "http://podlove.org/simple-chapters"
#: Feed history (RFC 5005).
HISTORY: Final = "http://purl.org/syndication/history/1.0"
CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
