"""The letters a site may be set in: the reader's own fonts, or one we send from our own server.

Both fonts under ``static/cms/fonts`` are variable (weights 400 to 700), cut down with fonttools to Latin
letters without hinting. Until one has come, a font of the reader's stands in for it, stretched to the
same width and height so that no line moves; the figures are ratios of average letter widths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

SANS: Final = 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Source Sans 3", system-ui, sans-serif'
SERIF: Final = 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif'


class Typeface(models.TextChoices):
    """What headings and text are set in."""

    CALM = "calm", _("Headings with serifs, text without (nothing to load)")
    PLAIN = "plain", _("All without serifs (nothing to load)")
    BOOK = "book", _("All with serifs (nothing to load)")
    LITERATA = "literata", _("Headings in Literata (loads 35 KB)")
    ATKINSON = "atkinson", _("All in Atkinson Hyperlegible, made for weak eyes (loads 20 KB)")


@dataclass(frozen=True, slots=True)
class StandIn:
    """A font of the reader's, by its names there, and what makes it as wide and high (percent)."""

    names: tuple[str, ...]
    weight: str
    size: float
    ascent: float
    descent: float


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font that we send: its name, its file and its stand-ins."""

    name: str
    file: str
    stand_ins: tuple[StandIn, ...]

    @property
    def url(self) -> str:
        return static(f"cms/fonts/{self.file}")

    @property
    def faces(self) -> str:
        """The @font-face rules of the font and of what stands in for it."""
        font = (
            f'@font-face {{ font-family: "{self.name}"; src: url("{self.url}") format("woff2"); '
            "font-weight: 400 700; font-display: swap; }\n"
        )
        return font + "".join(map(self._stand_in, self.stand_ins))

    def _stand_in(self, font: StandIn) -> str:
        names = ", ".join(f'local("{name}")' for name in font.names)
        return (
            f'@font-face {{ font-family: "{self.name} stand-in"; src: {names}; '
            f"font-weight: {font.weight}; size-adjust: {font.size}%; "
            f"ascent-override: {font.ascent}%; descent-override: {font.descent}%; "
            "line-gap-override: 0%; }\n"
        )


OWN_FONTS: Final = {
    Typeface.LITERATA: OwnFont(
        "Literata",
        "literata-latin.woff2",
        (
            StandIn(("Georgia", "Gelasio"), "400", 108.2, 108.8, 28.5),
            StandIn(("Georgia Bold", "Gelasio Bold"), "600 700", 101.1, 116.5, 30.5),
        ),
    ),
    Typeface.ATKINSON: OwnFont(
        "Atkinson Hyperlegible Next",
        "atkinson-hyperlegible-next-latin.woff2",
        (
            StandIn(("Arial", "Liberation Sans"), "400", 99.8, 98.6, 31.7),
            StandIn(("Arial Bold", "Liberation Sans Bold"), "600 700", 99.9, 98.5, 31.6),
        ),
    ),
}


def stacks(typeface: str) -> tuple[str, str]:
    """The fonts of headings and of text, as values of ``font-family``."""
    own = OWN_FONTS.get(Typeface(typeface))
    names = f'"{own.name}", "{own.name} stand-in", ' if own else ""
    return {
        Typeface.PLAIN: ("system-ui, sans-serif", "system-ui, sans-serif"),
        Typeface.BOOK: (SERIF, SERIF),
        Typeface.LITERATA: (f"{names}{SERIF}", SANS),
        Typeface.ATKINSON: (f"{names}{SANS}", f"{names}{SANS}"),
    }.get(Typeface(typeface), (SERIF, SANS))
