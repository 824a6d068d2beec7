"""The site's edition: a number that moves whenever something that a page shows may have changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F


class EditionManager(models.Manager["Edition"]):
    def current(self) -> int:
        """The number of the edition as it is in the database now; 0 before anything has changed."""
        return self.filter(pk=Edition.ONLY).values_list("number", flat=True).first() or 0

    def move(self) -> None:
        """Begin another edition."""
        if not self._add_one():
            self.get_or_create(pk=Edition.ONLY)
            self._add_one()

    def _add_one(self) -> int:
        return self.filter(pk=Edition.ONLY).update(number=F("number") + 1)


class Edition(models.Model):
    """One row, by which every process learns that the pages it keeps are old."""

    ONLY: ClassVar = 1

    number = models.PositiveBigIntegerField(default=0)

    objects = EditionManager()

    def __str__(self) -> str:
        return str(self.number)
