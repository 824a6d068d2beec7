"""How much of a day's budget is spent."""

from __future__ import annotations

from django.db import models
from wagtail.models import Site


class DaySpending(models.Model):
    """Parts of text messages that were handed over on a day (in UTC), and those of them for codes."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    parts = models.PositiveIntegerField(default=0)
    code_parts = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["site", "day"], name="texts_one_spending_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.parts}"
