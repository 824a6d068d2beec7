"""Keeps one visitor from being counted again and again, without knowing who it is.

What is kept for a day, and in memory only, is a hash of address, browser and page. Its salt is drawn
at random, kept in memory as well, and gone after a day: from then on not even we could tell whether
two hashes belong to the same visitor, or try addresses until one fits.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from ipaddress import IPv6Address, ip_address
from typing import Final

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone

logger = logging.getLogger(__name__)

A_DAY: Final = 24 * 60 * 60
#: A household or an office has one address and many browsers; a program can give itself any name.
MOST_FROM_ONE_ADDRESS: Final = 30


def is_first_today(request: HttpRequest, page_id: int) -> bool:
    """Whether this browser has not been counted on the page today, nor its address too often.

    A cache that fails is one that remembers nothing: then everybody is the first.
    """
    network = network_of(client_address(request))
    agent = request.headers.get("User-Agent", "")
    try:
        return _is_new(network, agent, page_id) and _is_rare(network, page_id)
    except Exception:
        # Each backend has errors of its own kind, and no reader should meet any of them.
        logger.warning("The cache of visitors failed", exc_info=True)
        return True


def client_address(request: HttpRequest) -> str:
    """Where the request comes from: as our own proxy says, if there is one, since others may lie."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def network_of(address: str) -> str:
    """The address, or of an IPv6 address the half that a connection has for itself (RFC 6177)."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))


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
    return caches["visitors"].get_or_set(key, lambda: secrets.token_bytes(32), A_DAY)
