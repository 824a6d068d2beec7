"""What editors write: the text of a day, the first texts for newcomers."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from texts.plain.segments import fold
from texts.rendering import validate_placeholders

#: Ten parts: longer is a letter.
MOST_CHARACTERS = 1530


class Written(models.Model):
    """Words for one site in one language."""

    site = models.ForeignKey(
        Site, on_delete=models.CASCADE, related_name="+", verbose_name=_("site")
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("Readers for whose language there is none get the one in the site’s."),
    )
    body = models.TextField(
        _("text"),
        max_length=MOST_CHARACTERS,
        validators=[validate_placeholders],
        help_text=_(
            "The name of the sender is put before it. {first_name|friend} becomes the reader’s name, or “friend”."
        ),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return Truncator(" ".join(self.body.split())).chars(60)

    def save(self, **kwargs: Any) -> None:
        self.body = fold(self.body).strip()
        super().save(**kwargs)


class DailyText(Written):
    """The text of ``day``, which is each reader's own; without a day it lies in the drawer."""

    day = models.DateField(
        _("day"),
        null=True,
        blank=True,
        help_text=_("Empty: a draft, which is not sent."),
    )

    class Meta:
        verbose_name = _("daily text")
        verbose_name_plural = _("daily texts")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language", "day"],
                name="texts_one_a_day",
                violation_error_message=_("There is a text for that day already."),
            )
        ]
        permissions = [("write_texts", _("May write daily texts"))]
        default_permissions = ()


class SeriesText(Written):
    """What a newcomer gets on the morning of that number, instead of the text of the day."""

    position = models.PositiveSmallIntegerField(_("morning"), validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = _("text for newcomers")
        verbose_name_plural = _("texts for newcomers")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language", "position"],
                name="texts_one_a_position",
                violation_error_message=_("There is a text for that morning already."),
            )
        ]
        default_permissions = ()

    def clean(self) -> None:
        super().clean()
        if self.position == 0:
            raise ValidationError({"position": _("The first morning is number 1.")})


def _draw() -> str:
    return secrets.token_urlsafe(5)


class ShortLink(models.Model):
    """An address of this site that leads to ``url``; who follows it is not noted."""

    key = models.CharField(max_length=12, unique=True, default=_draw)
    url = models.URLField(max_length=1000, unique=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
