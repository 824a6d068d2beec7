"""How a site's daily texts go."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from cms.countries import is_country
from cms.languages import site_for
from cms.models import SiteSettings
from cms.models.translated import Translated, translations_field
from cms.parts import part
from texts.blocks import TextTranslationsBlock
from texts.plain.hours import DAY_BEGINS
from texts.plain.numbers import Number, read_number

LATEST_HOUR = time(12)


def validate_countries(value: str) -> None:
    """Codes of two letters, separated by commas or spaces."""
    unknown = [code for code in _codes(value) if not is_country(code)]
    if unknown:
        raise ValidationError(
            _("“%(code)s” is no country. Two letters each, such as US, CA."),
            params={"code": unknown[0]},
        )


def validate_morning(value: time) -> None:
    if not DAY_BEGINS <= value <= LATEST_HOUR:
        raise ValidationError(_("Between 9:00 and 12:00."))


def _codes(value: str) -> list[str]:
    return value.upper().replace(",", " ").split()


@register_setting(icon="mobile-alt")
class TextSettings(Translated, BaseSiteSetting):
    """Whether a site has daily texts, who they come from, when they go, and what they may cost."""

    select_related = ["terms_page", "privacy_page", "site"]

    are_on = models.BooleanField(
        _("daily texts are on"),
        default=False,
        help_text=_(
            "Off: nobody can sign up, and no daily text is sent. Whoever says stop is heard all the same."
        ),
    )
    sender = models.CharField(
        _("name before every text"),
        max_length=30,
        blank=True,
        help_text=_("Readers must know who writes. Empty: the practice’s name."),
    )
    about = models.CharField(
        _("what the texts are about"),
        max_length=120,
        blank=True,
        help_text=_("It stands in the consent: “one text each morning about …”."),
    )
    send_at = models.TimeField(
        _("sent at"),
        default=DAY_BEGINS,
        validators=[validate_morning],
        help_text=_("By the clock of each reader, between 9:00 and 12:00."),
    )
    countries = models.CharField(
        _("countries"),
        max_length=200,
        blank=True,
        validators=[validate_countries],
        help_text=_(
            "Whose mobile numbers may sign up: two letters each, such as US, CA. Empty: the practice’s own."
        ),
    )
    terms_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page with the terms"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page on privacy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    parts_a_day = models.PositiveIntegerField(
        _("most parts a day"),
        default=1000,
        validators=[MinValueValidator(10)],
        help_text=_(
            "The budget: a long text has several parts, and each costs. At most half of it goes into codes "
            "for sign-ups. What is over it is not sent."
        ),
    )
    price = models.DecimalField(
        _("price of a part"), max_digits=8, decimal_places=4, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    currency = models.CharField(_("currency"), max_length=3, default="USD")
    shortens_links = models.BooleanField(
        _("shorten links"),
        default=False,
        help_text=_("Addresses in daily texts become short ones of this site."),
    )

    translations = translations_field(TextTranslationsBlock())

    panels = [
        FieldPanel("are_on"),
        MultiFieldPanel(
            [
                FieldPanel("sender"),
                FieldPanel("about"),
                FieldPanel("send_at"),
                FieldPanel("shortens_links"),
            ],
            heading=_("The texts"),
        ),
        MultiFieldPanel(
            [FieldPanel("countries"), FieldPanel("terms_page"), FieldPanel("privacy_page")],
            heading=_("Sign-up"),
        ),
        MultiFieldPanel(
            [FieldPanel("parts_a_day"), FieldPanel("price"), FieldPanel("currency")],
            heading=_("Cost"),
        ),
        FieldPanel("translations"),
    ]

    class Meta:
        verbose_name = _("daily texts")

    def clean(self) -> None:
        super().clean()
        if self.are_on and not (self.terms_page_id and self.privacy_page_id):
            raise ValidationError(
                {
                    "terms_page" if not self.terms_page_id else "privacy_page": _(
                        "Whoever signs up must be able to read it. Choose a page first."
                    )
                }
            )
        if self.are_on and not self.sender_name:
            raise ValidationError({"sender": _("Name the practice here, or in the site settings.")})

    @cached_property
    def practice(self) -> SiteSettings:
        return SiteSettings.for_site(self.site)

    @property
    def sender_name(self) -> str:
        return self.sender or self.practice.practice_name

    @property
    def about_here(self) -> str:
        """What the texts are about, in the active language; "" where nobody has written it in that."""
        words = self.spoken["about"]
        return words if words.language == get_language() else ""

    @property
    def country(self) -> str:
        """Where a number that is typed without its country is from."""
        return self.practice.country or (_codes(self.countries) or [""])[0]

    @property
    def allowed_countries(self) -> frozenset[str]:
        return frozenset(_codes(self.countries) or [self.country]) - {""}

    def read_number(self, typed: str) -> Number:
        """The number that a reader of this site typed. Raises NumberError."""
        return read_number(typed, country=self.country, allowed=self.allowed_countries)

    @classmethod
    def for_site(cls, site: Site | None) -> TextSettings:
        """The settings of ``site``. Wagtail stores a row where there is none, but reading never writes."""
        return cls.base_queryset().filter(site=site).first() or cls(site=site)

    @classmethod
    def for_request(cls, request: HttpRequest) -> TextSettings:
        """The settings of the site that is asked; to be read, not changed, since other requests have them too."""
        site = site_for(request)
        key = ("text settings", site and site.pk, get_language())

        def make() -> TextSettings:
            settings = cls.for_site(site)
            if site:
                settings.practice = SiteSettings.for_request(request)
            return settings

        return part(request, key, make)

    def save(self, **kwargs: Any) -> None:
        self.countries = ", ".join(_codes(self.countries))
        super().save(**kwargs)
