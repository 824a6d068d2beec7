"""How often a trait (``comments.spam.traits``) was seen in comments of both kinds."""

from __future__ import annotations

from typing import Final

from django.db import models

#: The row that counts the comments themselves.
TOTAL: Final = ""


class SpamTrait(models.Model):
    """No comment can be read from these: they are counts, and the text of a trait is short."""

    trait = models.CharField(max_length=64, unique=True)
    spam = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.trait
