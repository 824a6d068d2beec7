"""The consent ledger: what was agreed to and taken back, as it happened. Rows are only ever added.

The database itself refuses to change or delete one (``texts.append_only``).
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """What somebody did, or was done."""

    ASKED = "asked", _("signed up")
    CONFIRMED = "confirmed", _("confirmed")
    STOPPED = "stopped", _("stopped")
    ERASED = "erased", _("erased")


class ConsentEvent(models.Model):
    """One row for each change. ``mark`` is the keyed hash of the address, ``network`` that of who asked.

    ``wording`` is exactly what stood beside the box that was ticked, or what the reader's stop was;
    ``digest`` is its SHA-256. Foreign keys would delete rows along with what they point at, so the site
    is a number and a name.
    """

    at = models.DateTimeField(_("when"), default=timezone.now)
    act = models.CharField(_("what"), max_length=9, choices=Act.choices)
    site_number = models.PositiveIntegerField(editable=False)
    site_name = models.CharField(_("site"), max_length=255)
    channel = models.CharField(_("by"), max_length=5)
    mark = models.CharField(_("hash of the address"), max_length=64)
    language = models.CharField(_("language"), max_length=10, blank=True)
    wording = models.TextField(_("wording"), blank=True)
    digest = models.CharField(_("SHA-256 of the wording"), max_length=64, blank=True)
    page_url = models.CharField(_("page"), max_length=500, blank=True)
    network = models.CharField(_("hash of the network"), max_length=64, blank=True)
    how = models.CharField(_("how"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("act of consent")
        verbose_name_plural = _("consent ledger")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["mark", "at"], name="texts_consents_of_mark"),
            models.Index(fields=["-at"], name="texts_consents_by_time"),
        ]
        permissions = [("export_consents", _("May see and export the consent ledger"))]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_act_display()}, {self.at:%Y-%m-%d %H:%M}"
