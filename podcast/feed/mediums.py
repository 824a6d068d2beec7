"""What a feed can be made of (`podcast:medium`).

Source: the podcast namespace's medium tag, as of November 2026. A medium with an L at its end is a
list of such feeds.
"""

from __future__ import annotations

from typing import Final

PUBLISHER: Final = "publisher"

#: The mediums a show can be of.
SHOW_MEDIUMS: Final = (
    "podcast",
    "music",
    "video",
    "film",
    "audiobook",
    "newsletter",
    "blog",
    "course",
)

#: Every medium a feed of this or another site can be of.
MEDIUMS: Final = frozenset(
    {
        *SHOW_MEDIUMS,
        PUBLISHER,
        "mixed",
        *(f"{medium}L" for medium in (*SHOW_MEDIUMS, PUBLISHER)),
    }
)
