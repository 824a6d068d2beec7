"""Keeps what was made for an edition of the site: a limited number of things, and of bytes of them."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Kept(Protocol):
    """Something made for an edition; ``until`` is monotonic, ``size`` in bytes."""

    @property
    def edition(self) -> int: ...
    @property
    def until(self) -> float: ...
    @property
    def size(self) -> int: ...


AnyKept = TypeVar("AnyKept", bound=Kept)


class Shelf(Generic[AnyKept]):
    """Safe for threads. When it is full, what nobody has asked for the longest goes first."""

    def __init__(self, *, most: int, most_bytes: int) -> None:
        self._most = most
        self._most_bytes = most_bytes
        self._things: OrderedDict[Hashable, AnyKept] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._things)

    @property
    def size(self) -> int:
        return self._bytes

    def find(self, key: Hashable, edition: int) -> AnyKept | None:
        """What was put there for this very edition and still holds."""
        with self._lock:
            thing = self._things.get(key)
            if thing and thing.edition == edition and thing.until > time.monotonic():
                self._things.move_to_end(key)
                return thing
        return None

    def put(self, key: Hashable, thing: AnyKept) -> None:
        with self._lock:
            old = self._things.pop(key, None)
            # What took long to make may come after something of a later edition.
            thing = old if old and old.edition > thing.edition else thing
            self._things[key] = thing
            self._bytes += thing.size - (old.size if old else 0)
            while len(self._things) > self._most or self._bytes > self._most_bytes:
                _key, forgotten = self._things.popitem(last=False)
                self._bytes -= forgotten.size

    def clear(self) -> None:
        with self._lock:
            self._things.clear()
            self._bytes = 0
