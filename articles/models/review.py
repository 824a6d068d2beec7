"""What makes a health text trustworthy: where it comes from, who has checked it, and until when."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from articles.blocks import SourcesBlock


class Reviewed(models.Model):
    """A text with its sources and its last review by somebody who knows the field."""

    health_text = models.BooleanField(
        _("health text"),
        default=True,
        help_text=_(
            "It informs about health. Search engines are told so, and who has reviewed it."
        ),
    )
    reviewed_by = models.ForeignKey(
        "cms.Author",
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_due = models.DateField(
        _("review due"),
        null=True,
        blank=True,
        help_text=_("When somebody should read it again with fresh eyes."),
    )
    sources = StreamField(SourcesBlock(), verbose_name=_("sources"), blank=True)

    review_panels = [
        MultiFieldPanel(
            [
                FieldPanel("health_text"),
                FieldRowPanel(
                    [
                        FieldPanel("reviewed_by"),
                        FieldPanel("reviewed_on"),
                        FieldPanel("review_due"),
                    ]
                ),
                FieldPanel("sources"),
            ],
            heading=_("Sources and review"),
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.reviewed_on and not self.reviewed_by:
            raise ValidationError({"reviewed_by": _("Say who has reviewed it.")})
        if self.reviewed_on and self.review_due and self.review_due <= self.reviewed_on:
            raise ValidationError({"review_due": _("This must be after the review.")})

    @property
    def is_review_overdue(self) -> bool:
        return self.review_due is not None and self.review_due < timezone.localdate()
