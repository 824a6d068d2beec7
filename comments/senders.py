"""Who sent a comment, as far as we want to know: a mark that says "the same as that one", for a day.

The mark is a hash of the network under a salt that is drawn at random each day and deleted when it is
over: from then on not even we could try networks until one fits.
"""

from __future__ import annotations

import hashlib

from django.utils import timezone

from comments.models.salt import DaysSalt


def mark_of(network: str) -> str:
    """The mark of ``network`` (``cms.visitors.neighbourhood_of``) today; "" where it is not known."""
    if not network:
        return ""
    return hashlib.blake2b(network.encode(), key=_salt(), digest_size=16).hexdigest()


def _salt() -> bytes:
    today = timezone.localdate()
    salt, is_new = DaysSalt.objects.get_or_create(day=today)
    if is_new:
        forget_former_salts()
    return bytes(salt.value)


def forget_former_salts() -> None:
    """Delete the salts of days that are over, also where nobody comments today."""
    DaysSalt.objects.filter(day__lt=timezone.localdate()).delete()
