"""The colours and letters of a site, as an editor chooses them; pairs that cannot be read are refused."""

from __future__ import annotations

from math import floor
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms.brand import Brand, Refusal, refusals
from cms.colours import Colour
from cms.typefaces import Typeface

#: The fields of the settings by the names of what they choose in a brand.
FIELDS: Final = {"accent": "accent", "accent_dark": "accent_dark", "page": "page_colour"}
WORDS: Final = {
    "bg": _("page"),
    "surface": _("card"),
    "surface-2": _("band"),
    "soft": _("soft area"),
    "ink": _("text"),
    "ink-2": _("small text"),
    "accent": _("link or button"),
    "accent-hover": _("link or button under the pointer"),
    "on-accent": _("words on a button"),
    "warm": _("line above a title"),
    "danger": _("error"),
    "edge": _("border of a field"),
    "focus": _("ring around the focus"),
    "mark": _("marked words"),
}


def a_colour(text: str) -> None:
    """Validates that ``text`` is a colour."""
    if _colour(text) is None:
        raise ValidationError(_("Write a colour as # and six digits, for example #0f5f55."))


class Branded(models.Model):
    """The look of a site. What is left empty is as the stylesheet has it."""

    accent = models.CharField(
        _("main colour"),
        max_length=7,
        blank=True,
        validators=[a_colour],
        help_text=_(
            "Of links and buttons, for example #0f5f55. It must be dark enough to be read on the page."
        ),
    )
    accent_dark = models.CharField(
        _("main colour on dark pages"),
        max_length=7,
        blank=True,
        validators=[a_colour],
        help_text=_("For readers whose devices show dark pages. Empty: a lighter shade is made."),
    )
    page_colour = models.CharField(
        _("colour of the page"),
        max_length=7,
        blank=True,
        validators=[a_colour],
        help_text=_("Very light, for example #fbfaf7. Not on dark pages."),
    )
    typeface = models.CharField(
        _("letters"), max_length=10, choices=Typeface.choices, default=Typeface.CALM
    )

    brand_panels = [
        MultiFieldPanel(
            [
                FieldPanel("accent"),
                FieldPanel("accent_dark"),
                FieldPanel("page_colour"),
                FieldPanel("typeface"),
            ],
            heading=_("Colours and letters"),
            help_text=_("“Components” in the help menu shows everything in these colours."),
        )
    ]

    class Meta:
        abstract = True

    @property
    def brand(self) -> Brand:
        """What was chosen; a value that is no colour, however it came here, counts as none."""
        typeface = self.typeface if self.typeface in Typeface.values else Typeface.CALM
        return Brand(
            _colour(self.accent), _colour(self.accent_dark), _colour(self.page_colour), typeface
        )

    def clean(self) -> None:
        super().clean()
        brand = self.brand
        if errors := {FIELDS[each.chosen]: _sentence(each) for each in refusals(brand)}:
            raise ValidationError(errors)
        for chosen, field in FIELDS.items():
            if colour := getattr(brand, chosen):
                setattr(self, field, str(colour))


def _colour(text: str) -> Colour | None:
    try:
        return Colour.parse(text)
    except ValueError:
        return None


def _sentence(refusal: Refusal) -> str:
    fault = refusal.fault
    measured = _(
        "“%(front)s” on “%(ground)s” has a contrast of %(ratio)s, and %(needed)s is needed."
    )
    sentence = measured % {
        "front": WORDS[fault.front],
        "ground": WORDS[fault.ground],
        # Rounded down: 4.499 is not 4.5.
        "ratio": number_format(floor(fault.ratio * 100) / 100, 2),
        "needed": number_format(fault.needed, 1),
    }
    if refusal.proposal is None:
        return sentence
    nearest = _("The nearest colour that can be read is %(colour)s.") % {"colour": refusal.proposal}
    return f"{sentence} {nearest}"
