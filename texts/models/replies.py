"""What readers answer to a text."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from texts.models.sealed import Sealed
from texts.plain.keywords import Meaning

MEANINGS = [
    (Meaning.STOP.value, _("stop")),
    (Meaning.HELP.value, _("help")),
    (Meaning.START.value, _("start")),
    (Meaning.OTHER.value, _("something else")),
]


class ReceivedReply(Sealed, models.Model):
    """One reply. ``provider_id`` is the provider's, so that one that comes twice is heard once."""

    provider_id = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    sealed = models.TextField(editable=False)
    mark = models.CharField(max_length=64, editable=False, db_index=True)
    meaning = models.CharField(_("means"), max_length=5, choices=MEANINGS)
    text = models.TextField(_("text"), blank=True)
    #: The words alone would not have stopped it: somebody should see that it was meant so.
    is_in_own_words = models.BooleanField(_("in own words"), default=False)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["-received_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.masked_address
