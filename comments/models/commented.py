"""The ground of page types that readers may comment on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.models import BasePage
from comments.admin.page_panel import CommentsOfPagePanel


class Commented(BasePage):
    """A page that takes comments, unless its editor or the site says otherwise (``comments.openness``)."""

    comments_open = models.BooleanField(
        _("readers may comment"),
        default=True,
        help_text=_("Comments that are there already stay."),
    )

    comment_panels = [FieldPanel("comments_open"), CommentsOfPagePanel()]

    class Meta:
        abstract = True
