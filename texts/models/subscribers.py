"""Who has asked for daily texts, and who gets them."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from texts.models.sealed import Sealed

#: A code that nobody has typed in by then is worth nothing.
EXPIRES_AFTER: Final = timedelta(hours=24)


class Channel(models.TextChoices):
    """The way by which a text comes."""

    SMS = "sms", _("text message")
    EMAIL = "email", _("e-mail")


class StoppedBy(models.TextChoices):
    """Who has said that it is enough."""

    READER = "reader", _("the reader")
    CARRIER = "carrier", _("the provider")
    PRACTICE = "practice", _("the practice")


class Addressed(Sealed, models.Model):
    """Has somebody's number or e-mail address: ``sealed`` to be read by us, ``mark`` to be found by."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+", editable=False)
    channel = models.CharField(_("by"), max_length=5, choices=Channel.choices, editable=False)
    sealed = models.TextField(editable=False)
    mark = models.CharField(max_length=64, editable=False)
    first_name = models.CharField(_("first name"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=10, default=settings.LANGUAGE_CODE)
    home = models.CharField(_("time zone"), max_length=64)
    #: All zones where the number may be, separated by spaces: what is far apart shares no hour.
    zones = models.TextField(blank=True, editable=False)

    class Meta:
        abstract = True


class SignUpQuerySet(models.QuerySet["SignUp"]):
    def open(self) -> Self:
        """Those whose code can still be typed in."""
        return self.filter(expires_at__gt=timezone.now(), confirmed_at=None)


def _expiry() -> datetime:
    return timezone.now() + EXPIRES_AFTER


class SignUp(Addressed):
    """Somebody says that an address is theirs. Until the code comes back, it counts for nothing.

    ``code`` is a keyed hash. ``wording`` is what they have agreed to, as they read it.
    """

    code = models.CharField(max_length=64, editable=False)
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    wording = models.TextField(editable=False)
    page_url = models.CharField(max_length=500, editable=False)
    network = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(default=_expiry, editable=False, db_index=True)
    confirmed_at = models.DateTimeField(null=True, editable=False)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")

    def __str__(self) -> str:
        return f"{self.pk}"


def _draw_key() -> str:
    return secrets.token_urlsafe(9)


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


class Subscriber(Addressed):
    """Somebody who has confirmed, until they stop. ``key`` is the secret of their stop link.

    A row stays after a stop, so that nobody signs the number up by mistake again; its address is
    forgotten after a while (``texts.forgetting``), and then only the mark knows it.
    """

    key = models.CharField(max_length=16, unique=True, default=_draw_key, editable=False)
    is_active = models.BooleanField(_("gets texts"), default=True, editable=False)
    consented_at = models.DateTimeField(_("agreed"), editable=False)
    #: The reader's date on which the texts for newcomers begin.
    series_from = models.DateField(editable=False)
    stopped_at = models.DateTimeField(_("stopped"), null=True, editable=False)
    stopped_by = models.CharField(
        _("stopped by"), max_length=8, choices=StoppedBy.choices, blank=True, editable=False
    )
    #: How often the provider could not deliver, one after the other.
    failures = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader of daily texts")
        verbose_name_plural = _("readers of daily texts")
        constraints = [
            models.UniqueConstraint(fields=["site", "mark"], name="texts_one_row_a_reader")
        ]
        indexes = [
            models.Index(fields=["mark"], name="texts_by_mark"),
            models.Index(fields=["is_active", "zones"], name="texts_active"),
        ]
        permissions = [
            ("see_readers", _("May see who gets daily texts, stop and erase them")),
            ("see_numbers", _("May see numbers and addresses of readers in full")),
        ]
        default_permissions = ()

    def __str__(self) -> str:
        return self.masked_address
