"""How often a trait (``comments.spam.traits``) was seen in comments of both kinds."""

from __future__ import annotations

from typing import Final

from django.db import models

#: The row that counts the comments themselves.
TOTAL: Final = ""


class SpamTrait(models.Model):
    """A count. What an author takes back is subtracted, and what only one comment had goes with it."""

    trait = models.CharField(max_length=64, unique=True)
    spam = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.trait
