"""The salt of a day (``comments.senders``)."""

from __future__ import annotations

import secrets

from django.db import models


def _draw() -> bytes:
    return secrets.token_bytes(32)


class DaysSalt(models.Model):
    """Random bytes, shared by all processes, deleted when the day is over."""

    day = models.DateField(unique=True)
    value = models.BinaryField(default=_draw)

    def __str__(self) -> str:
        return str(self.day)
