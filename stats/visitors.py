"""Keeps one visitor from being counted again and again, without knowing who it is.

What is kept for a day, and in memory only, is a hash of address, browser and page. Its salt is drawn
at random, kept in memory as well, and gone after a day: from then on not even we could tell whether
two hashes belong to the same visitor, or try addresses until one fits.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from typing import Final, cast

from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone

from cms.visitors import neighbourhood_of

logger = logging.getLogger(__name__)

A_DAY: Final = 24 * 60 * 60
#: A household or an office has one address and many browsers; a program can give itself any name.
MOST_FROM_ONE_ADDRESS: Final = 30


def is_first_today(request: HttpRequest, page_id: int) -> bool:
    """Whether this browser has not been counted on the page today, nor its address too often.

    A cache that fails is one that remembers nothing: then everybody is the first.
    """
    network = neighbourhood_of(request)
    agent = request.headers.get("User-Agent", "")
    try:
        return _is_new(network, agent, page_id) and _is_rare(network, page_id)
    except Exception:
        # Each backend has errors of its own kind, and no reader should meet any of them.
        logger.warning("The cache of visitors failed", exc_info=True)
        return True


def _is_new(network: str, agent: str, page_id: int) -> bool:
    key = _hash("browser", network, agent, str(page_id))
    return bool(caches["visitors"].add(key, True, A_DAY))


def _is_rare(network: str, page_id: int) -> bool:
    key = _hash("address", network, str(page_id))
    caches["visitors"].add(key, 0, A_DAY)
    return bool(caches["visitors"].incr(key) <= MOST_FROM_ONE_ADDRESS)


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), key=_salt(), digest_size=16).hexdigest()


def _salt() -> bytes:
    key = f"salt-{timezone.localdate()}"
    return cast(bytes, caches["visitors"].get_or_set(key, lambda: secrets.token_bytes(32), A_DAY))
