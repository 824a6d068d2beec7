"""How often each page was read on each day. Of who read it nothing is known."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageViews(models.Model):
    """The views of one page on one day, by the calendar of TIME_ZONE."""

    # A count is no use of the page: nobody need be warned of it before the page is deleted.
    wagtail_reference_index_ignore = True

    # Without an index of its own: that of the constraint begins with it.
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="views", db_index=False)
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("views"), default=0)

    class Meta:
        verbose_name = _("page views")
        verbose_name_plural = _("page views")
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="page_views_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.page_id}, {self.day}: {self.count}"
