"""Turns the parts of a document into what is sent: hashed and compressed in one pass, never held whole."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import brotli


@dataclass(frozen=True, slots=True)
class Packed:
    """A document in every coding it is sent in; ``etag`` names its plain bytes, without quotes."""

    etag: str
    gzip: bytes
    brotli: bytes

    def in_coding(self, coding: str) -> bytes:
        """The body for a Content-Encoding of "br", "gzip" or "" (plain, for the few who want it so)."""
        if coding == "br":
            return self.brotli
        return self.gzip if coding == "gzip" else gzip.decompress(self.gzip)


def etag_of(content: bytes) -> str:
    """The strong ETag of ``content``, without quotes."""
    return hashlib.sha256(content).hexdigest()[:32]


def pack(parts: Iterable[bytes]) -> Packed:
    """Pack the document that ``parts`` make up; the same bytes give the same Packed."""
    digest = hashlib.sha256()
    # 16 more than the largest window asks zlib for gzip's frame, with no time in it.
    zipped = zlib.compressobj(level=6, wbits=zlib.MAX_WBITS + 16)
    brotlied = brotli.Compressor(mode=brotli.MODE_TEXT, quality=5)
    gzip_parts, brotli_parts = [], []
    for part in parts:
        digest.update(part)
        gzip_parts.append(zipped.compress(part))
        brotli_parts.append(brotlied.process(part))
    gzip_parts.append(zipped.flush())
    brotli_parts.append(brotlied.finish())
    return Packed(digest.hexdigest()[:32], b"".join(gzip_parts), b"".join(brotli_parts))
