"""Lets somebody do something a number of times, and then only as fast as tokens come back.

A token bucket that needs one number: the moment when it will be full. Taking a token puts that moment
off by the time one token takes to come back (the "virtual scheduling" of ITU-T I.371).
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.db.models.functions import Greatest
from django.utils.crypto import salted_hmac

from cms.models.throttle import Bucket


@dataclass(frozen=True, slots=True)
class Limit:
    """``capacity`` times at once, and as many more in ``seconds``; "{}" in ``key`` is who or what it is for."""

    key: str
    capacity: int
    seconds: int

    def allow(self, who: object) -> bool:
        """Take a token of ``who``; False where none is left."""
        return allow(key=self.key.format(who), capacity=self.capacity, seconds=self.seconds)

    @property
    def seconds_for_one(self) -> int:
        """How long one token takes to come back."""
        return self.seconds // self.capacity


def allow(*, key: str, capacity: int, seconds: float) -> bool:
    """Take a token from the bucket ``key``; False where it is empty.

    A full bucket holds ``capacity`` tokens and an empty one is full again after ``seconds``. One
    statement takes and counts, so two who ask at once never get the same token. What is taken inside
    a transaction that fails is given back.
    """
    for_one_token = seconds / capacity
    hashed, asked_at = hash_of(key), time.time()

    def take() -> bool:
        # Read anew: whoever made the bucket meanwhile may have looked at the clock after us.
        now = time.time()
        not_empty = Bucket.objects.filter(key=hashed, full_at__lte=now + seconds - for_one_token)
        return bool(not_empty.update(full_at=Greatest("full_at", now) + for_one_token))

    if take():
        return True
    _bucket, is_new = Bucket.objects.get_or_create(
        key=hashed, defaults={"full_at": asked_at + for_one_token}
    )
    # Somebody else may have made it just now, and left a token.
    return is_new or take()


def hash_of(key: str) -> str:
    """By what the table knows the bucket ``key``, which may name a visitor."""
    return salted_hmac("cms.throttle", key, algorithm="sha256").hexdigest()


def forget_full_buckets() -> int:
    """Delete what tells nothing more, as a missing bucket is a full one; return how many."""
    forgotten, _by_model = Bucket.objects.filter(full_at__lte=time.time()).delete()
    return forgotten
