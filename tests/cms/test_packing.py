"""A document is packed in one pass, whatever its parts, and the same bytes give the same answer."""

from __future__ import annotations

import gzip
import tracemalloc
from collections.abc import Iterator

import brotli

from cms.packing import Packed, pack

PARTS = [b"<rss>", "Größe 😀".encode(), b"", b"x" * 100_000, b"</rss>"]


def test_every_coding_gives_the_bytes_back() -> None:
    packed = pack(PARTS)
    whole = b"".join(PARTS)
    assert packed.in_coding("") == whole
    assert gzip.decompress(packed.in_coding("gzip")) == whole
    assert brotli.decompress(packed.in_coding("br")) == whole


def test_the_same_bytes_are_the_same_packed_however_they_are_parted() -> None:
    assert pack(PARTS).etag == pack([b"".join(PARTS)]).etag
    assert pack(PARTS) == pack(PARTS)
    assert pack(PARTS).etag != pack([*PARTS, b" "]).etag


def test_nothing_can_be_packed() -> None:
    assert pack([]).in_coding("") == b""
    assert isinstance(pack([]), Packed)


def test_memory_does_not_grow_with_the_document() -> None:
    def parts(count: int) -> Iterator[bytes]:
        for number in range(count):
            yield f"<item>{number}</item>".encode() * 500

    def peak(count: int) -> int:
        tracemalloc.start()
        pack(parts(count))
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    peak(10)
    assert peak(2_000) < peak(100) + 2_000_000
