"""The outbox: what is to be sent, what is being sent, and what became of it (docs/decisions/0014)."""

from __future__ import annotations

import secrets
from typing import Final, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from texts.models.sealed import Sealed
from texts.models.subscribers import Channel, SignUp, Subscriber
from texts.models.writing import DailyText, SeriesText


class Kind(models.TextChoices):
    """Why it is sent."""

    CODE = "code", _("code")
    WELCOME = "welcome", _("welcome")
    DAILY = "daily", _("daily text")
    SERIES = "series", _("text for newcomers")
    GOODBYE = "goodbye", _("confirmation of a stop")
    HELP = "help", _("help")
    TEST = "test", _("test")


class State(models.TextChoices):
    """Where it is. From SENDING on it is never sent again unless the provider says that it has none."""

    QUEUED = "queued", _("waits")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    DELIVERED = "delivered", _("delivered")
    FAILED = "failed", _("failed")
    UNKNOWN = "unknown", _("unknown")


#: The provider has it.
ACCEPTED: Final = (State.SENT, State.DELIVERED)
#: What only whoever has agreed to it may get.
OF_CONSENT: Final = (Kind.WELCOME, Kind.DAILY, Kind.SERIES)


def _draw_key() -> str:
    return secrets.token_hex(16)


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self) -> Self:
        """What waits for nothing but a worker: answers to readers first, then as it was planned."""
        now = timezone.now()
        urgent = models.Case(models.When(morning=None, then=0), default=1)
        waiting = self.filter(state=State.QUEUED, not_before__lte=now, not_after__gt=now)
        return waiting.order_by(urgent, "not_before", "pk")

    def give_up(self, why: str) -> int:
        """End those that nobody has taken yet; returns how many."""
        waiting = self.filter(state=State.QUEUED)
        return waiting.update(state=State.FAILED, error=why, settled_at=timezone.now())


class Message(Sealed, models.Model):
    """One text to one address.

    ``key`` names it to the provider, ``provider_id`` is the provider's name for it. ``morning`` is the
    reader's date of a daily text: nobody gets two on one. ``error`` is the provider's code, or a word of ours.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=_draw_key)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    channel = models.CharField(_("by"), max_length=5, choices=Channel.choices)
    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, null=True, related_name="messages"
    )
    sign_up = models.ForeignKey(SignUp, on_delete=models.SET_NULL, null=True, related_name="+")
    daily_text = models.ForeignKey(
        DailyText, on_delete=models.SET_NULL, null=True, related_name="messages"
    )
    series_text = models.ForeignKey(
        SeriesText, on_delete=models.SET_NULL, null=True, related_name="messages"
    )
    morning = models.DateField(null=True)
    sealed = models.TextField()
    mark = models.CharField(max_length=64, blank=True, db_index=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    parts = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.QUEUED)
    error = models.CharField(_("fault"), max_length=40, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    #: How often the provider was asked for one whose outcome is unknown.
    questions = models.PositiveSmallIntegerField(default=0)
    provider_id = models.CharField(max_length=64, blank=True, db_index=True)
    created_at = models.DateTimeField(_("planned"), default=timezone.now)
    not_before = models.DateTimeField(default=timezone.now)
    not_after = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    ask_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(_("settled"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "daily_text"], name="texts_daily_once",
                condition=models.Q(daily_text__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["subscriber", "series_text"], name="texts_series_once",
                condition=models.Q(series_text__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["subscriber", "morning"], name="texts_one_a_morning",
                condition=models.Q(morning__isnull=False),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["state", "not_before"], name="texts_due"),
            models.Index(fields=["state", "ask_at"], name="texts_to_ask"),
            models.Index(fields=["settled_at"], name="texts_settled"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
