"""Where an episode can be talked about (`podcast:socialInteract`).

Source: the podcast namespace's socialprotocols.txt, as of November 2026.
"""

from __future__ import annotations

from typing import Final

#: Says that listeners' apps shall show no comments.
DISABLED: Final = "disabled"

SOCIAL_PROTOCOLS: Final[dict[str, str]] = {
    "activitypub": "Mastodon (ActivityPub)",
    "bluesky": "Bluesky",
    "hive": "Hive",
    "lightning": "Lightning",
    "matrix": "Matrix",
    "nostr": "Nostr",
    "twitter": "X (Twitter)",
}
