"""Whose request it is, as far as an address can tell."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

# What a household or an office is given, and may choose its addresses from (RFC 6177).
IPV6_SITE = 64


def address_of(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    """Where ``request`` comes from; None where nobody says so, as behind a Unix socket.

    ``X-Forwarded-For`` is believed only where BEHIND_PROXY says that a proxy of ours writes it, and
    then only its last entry: all before that came from the visitor.
    """
    stated = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        stated = forwarded.rpartition(",")[2].strip() or stated
    try:
        address = ip_address(stated)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        return address.ipv4_mapped or address
    return address


def neighbourhood_of(request: HttpRequest) -> str:
    """What to count ``request`` under: an IPv4 address, the /64 of an IPv6 address, or ""."""
    address = address_of(request)
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, IPV6_SITE), strict=False))
    return str(address or "")
