"""A show's identity across all addresses it will ever have (`podcast:guid`)."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID, uuid5

#: The namespace that the podcast namespace's guid tag prescribes.
PODCAST_GUID_NAMESPACE: Final = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def podcast_guid(feed_url: str) -> UUID:
    """Return the show's guid, made of its first feed URL without scheme and trailing slashes.

    Make it once and store it: it stays the same for life, also when the feed moves.
    """
    return uuid5(PODCAST_GUID_NAMESPACE, _SCHEME.sub("", feed_url).rstrip("/"))
