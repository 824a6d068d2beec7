"""What the practice says of itself on every page, one set per site."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Site

from cms.blocks import PracticeTranslationsBlock, ProfilesBlock
from cms.brand import PLAIN, Brand
from cms.countries import validate_country
from cms.models.brand import Branded
from cms.models.translated import Translated, translations_field
from cms.parts import part

#: A logo so much wider than high holds the name already.
WIDE = 2.5


@register_setting(icon="cog")
class SiteSettings(Translated, Branded, BaseSiteSetting):
    """Name, look, contact, appointment and footer words of one site."""

    select_related = ["logo"]

    practice_name = models.CharField(_("practice name"), max_length=100, blank=True)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    logo = models.ForeignKey(
        "cms.Picture",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A wide one stands alone; any other stands before the practice’s name."),
    )
    about = models.TextField(_("about us, for the footer"), blank=True)
    disclaimer = models.TextField(
        _("disclaimer"), blank=True, help_text=_("Shown under every article and episode.")
    )
    address = models.TextField(_("address"), blank=True)
    opening_hours = models.TextField(_("opening hours"), blank=True)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[validate_country],
        help_text=_(
            "Two letters, such as US or DE: where a phone number without a country is from."
        ),
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Shown to everybody who visits the site.")
    )
    map_url = models.URLField(
        _("map"), blank=True, help_text=_("The address of a map that shows where you are.")
    )
    profiles = StreamField(
        ProfilesBlock(),
        verbose_name=_("profiles elsewhere"),
        blank=True,
        help_text=_("Linked in the footer, and named to search engines as yours."),
    )
    appointment_text = models.TextField(_("invitation to make an appointment"), blank=True)
    appointment_label = models.CharField(
        _("words on the button"), max_length=40, default=_("Make an appointment")
    )
    appointment_url = models.URLField(
        _("where the button leads"),
        blank=True,
        help_text=_("Empty: a call to the phone number above."),
    )
    translations = translations_field(PracticeTranslationsBlock())

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("practice_name"),
                FieldPanel("tagline"),
                FieldPanel("logo"),
                FieldPanel("about"),
                FieldPanel("disclaimer"),
            ],
            heading=_("The practice"),
        ),
        *Branded.brand_panels,
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("opening_hours"),
                FieldPanel("country"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("map_url"),
                FieldPanel("profiles"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("appointment_text"),
                FieldPanel("appointment_label"),
                FieldPanel("appointment_url"),
            ],
            heading=_("Appointment"),
        ),
        FieldPanel("translations"),
    ]

    class Meta:
        verbose_name = _("site settings")

    @classmethod
    def for_site(cls, site: Site | None) -> SiteSettings:
        """The settings of ``site``. Wagtail stores a row where there is none, but reading never writes."""
        if site is None:
            raise cls.DoesNotExist("There are no settings without a site.")
        return cls.base_queryset().filter(site=site).first() or cls(site=site)

    @classmethod
    def for_request(cls, request: HttpRequest) -> SiteSettings:
        """The settings as the language that is spoken now has them; they are to be shown, not changed."""
        site = Site.find_for_request(request)
        key = ("settings", site and site.pk, get_language())
        return part(request, key, lambda: cls._spoken_at(site))

    @classmethod
    def _spoken_at(cls, site: Site | None) -> SiteSettings:
        practice = cls.for_site(site)
        for name, words in practice.spoken.items():
            setattr(practice, name, words)
        return practice

    @property
    def logo_holds_the_name(self) -> bool:
        """Whether the logo is so wide that the name need not stand beside it."""
        return bool(self.logo and self.logo.width >= WIDE * self.logo.height)

    @property
    def phone_href(self) -> str:
        """The phone number as a link's address, "" without one (RFC 3966)."""
        digits = "".join(char for char in self.phone if char.isdigit() or char == "+")
        return f"tel:{digits}" if digits else ""

    @property
    def appointment_href(self) -> str:
        """Where "make an appointment" leads: a page, else the telephone, else nowhere ("")."""
        return self.appointment_url or self.phone_href


def brand_for(request: HttpRequest) -> Brand:
    """The brand of the site that ``request`` asks for, the plain one for an unknown host."""
    site = Site.find_for_request(request)
    return SiteSettings.for_request(request).brand if site else PLAIN
