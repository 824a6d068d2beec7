"""What a site says of comments: whether they are taken, from whom, and who is told."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.forms.models import validate_to_address
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from cms.languages import site_for
from cms.parts import part
from comments.signals import site_opened_or_closed


@register_setting(icon="comment")
class CommentSettings(BaseSiteSetting):
    """Comments on one site."""

    are_open = models.BooleanField(
        _("readers may comment"),
        default=True,
        help_text=_("Comments that are there already stay."),
    )
    closed_after_days = models.PositiveIntegerField(
        _("closed after"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Days after a page was published. Empty: never."),
    )
    trusted_after = models.PositiveIntegerField(
        _("trusted after"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_(
            "How many approved comments let a returning reader’s next one appear at once. "
            "Empty: every comment waits for a moderator."
        ),
    )
    asks_for_website = models.BooleanField(
        _("ask for a website"), default=False, help_text=_("Attracts spam.")
    )
    has_riddle = models.BooleanField(
        _("a riddle for the browser"),
        default=False,
        help_text=_(
            "For times of attack: the browser of whoever comments has to calculate for some seconds. "
            "Needs a script."
        ),
    )
    blocked_words = models.TextField(
        _("blocked words"),
        blank=True,
        help_text=_("One word or phrase a line. A comment that holds one is taken for spam."),
    )
    blocked_senders = models.TextField(
        _("blocked senders"),
        blank=True,
        help_text=_(
            "One a line: an e-mail address, a domain (example.org) or a network (203.0.113.0/24). "
            "Their comments are taken for spam."
        ),
    )
    digest_to = models.CharField(
        _("tell of waiting comments"),
        max_length=255,
        blank=True,
        validators=[validate_to_address],
        help_text=_("E-mail addresses, separated by commas, for one message a day at most."),
    )

    told_at = models.DateTimeField(null=True, editable=False)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("are_open"),
                FieldPanel("closed_after_days"),
                FieldPanel("trusted_after"),
                FieldPanel("asks_for_website"),
                FieldPanel("digest_to"),
            ],
            heading=_("Comments"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("blocked_words"),
                FieldPanel("blocked_senders"),
                FieldPanel("has_riddle"),
            ],
            heading=_("Against abuse"),
        ),
    ]

    class Meta:
        verbose_name = _("comment settings")

    @transaction.atomic
    def save(self, **kwargs: object) -> None:
        was_open = CommentSettings.for_site(self.site).are_open
        super().save(**kwargs)
        if self.are_open != was_open:
            site_opened_or_closed.send(CommentSettings, site=self.site)

    @classmethod
    def for_site(cls, site: Site | None) -> CommentSettings:
        """The settings of ``site``. Wagtail stores a row where there is none, but reading never writes."""
        return cls.base_queryset().filter(site=site).first() or cls(site=site)

    @classmethod
    def for_request(cls, request: HttpRequest) -> CommentSettings:
        """The settings of the site that is asked; to be read, not changed, since other requests have them too."""
        site = site_for(request)
        return part(request, ("comment settings", site and site.pk), lambda: cls.for_site(site))
