"""Divides a long feed into the feed itself and archives of it (RFC 5005 section 4).

Archives hold a fixed number of episodes counted from the oldest, so publishing an episode changes no
archive: apps that have read them need not read them again. The feed itself holds all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from podcast.feed.parts import Paging

#: Episodes in an archive.
ARCHIVE_SIZE: Final = 50

#: In bytes. Apps have refused feeds of more than 3 MB; what is left over is for the head.
SIZE_LIMIT: Final = 2_900_000


def count_archives(lengths: Sequence[int], *, newest: int | None, limit: float = SIZE_LIMIT) -> int:
    """Return how many archives to make of items whose ``lengths`` in bytes are given oldest first.

    The feed itself then holds at most ``limit`` bytes of items, or at most ARCHIVE_SIZE items where
    these are larger; it always holds one. Where ``newest`` is given and the limit allows it, the feed
    holds at least that many items and fewer than ``newest + ARCHIVE_SIZE``.
    """
    most = max(0, len(lengths) - 1) // ARCHIVE_SIZE
    left = list(accumulate(reversed(lengths), initial=0))[::-1]
    needed = next((count for count in range(most) if left[count * ARCHIVE_SIZE] <= limit), most)
    wanted = 0 if newest is None else max(0, len(lengths) - newest) // ARCHIVE_SIZE
    return max(needed, min(wanted, most))


def document_url(number: int, *, feed_url: str) -> str:
    """Return the address of document ``number``: 0 is the feed itself, 1 the oldest archive."""
    return f"{feed_url.removesuffix('.xml')}/{number}.xml" if number else feed_url


def paging_of(number: int, *, archives: int, feed_url: str) -> Paging | None:
    """Return the links of document ``number`` to the others, or None where there is no other."""
    if not archives:
        return None
    urls = [document_url(of, feed_url=feed_url) for of in range(archives + 1)]
    older = (number or archives + 1) - 1
    newer = 0 if number == archives else number + 1
    return Paging(
        first=urls[0],
        last=urls[1],
        next=urls[older] if older else "",
        previous=urls[newer] if number else "",
        is_archive=bool(number),
    )
