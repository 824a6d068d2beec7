"""The licences a podcast is given under, by the identifiers that `podcast:license` knows.

Source: the podcast namespace's licenses.json as of November 2026, and of its older licenseslugs.txt
what is not for software. Every licence is written with its address: the list asks it only of others,
yet some readers pass over a licence without one.
"""

from __future__ import annotations

from typing import Final

_CREATIVE_COMMONS: Final = "https://creativecommons.org/licenses"

#: Each with the address at which it is explained.
LICENSES: Final[dict[str, str]] = {
    "arr": "https://en.wikipedia.org/wiki/All_rights_reserved",
    "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc-by-4.0": f"{_CREATIVE_COMMONS}/by/4.0/",
    "cc-by-sa-4.0": f"{_CREATIVE_COMMONS}/by-sa/4.0/",
    "cc-by-nc-4.0": f"{_CREATIVE_COMMONS}/by-nc/4.0/",
    "cc-by-nc-nd-4.0": f"{_CREATIVE_COMMONS}/by-nc-nd/4.0/",
    "pod-v4v-1.0": (
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/license/v4v-4.0.md"
    ),
}
