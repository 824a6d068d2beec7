"""A site's own colours and letters: what an editor chose, as values of the stylesheet's tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cms.colours import Colour
from cms.palette import (
    Fault,
    Tones,
    dark_accent,
    dark_tones,
    default_tones,
    faults,
    light_tones,
)
from cms.typefaces import OWN_FONTS, Typeface, stacks

Chosen = Literal["accent", "accent_dark", "page"]

#: What does not depend on the accent: where it cannot be read, the page is to blame.
OF_THE_PAGE: Final = {"bg", "surface", "ink", "ink-2", "warm", "danger", "edge", "focus", "mark"}


@dataclass(frozen=True, slots=True)
class Brand:
    """What an editor chose; without an ``accent_dark`` one is made of ``accent``."""

    accent: Colour | None = None
    accent_dark: Colour | None = None
    page: Colour | None = None
    typeface: str = Typeface.CALM

    @property
    def light(self) -> Tones:
        chosen = self.accent or self.page
        return light_tones(self.accent, self.page) if chosen else default_tones()[0]

    @property
    def dark(self) -> Tones:
        if self.accent_dark:
            return dark_tones(self.accent_dark)
        return dark_tones(dark_accent(self.accent)) if self.accent else default_tones()[1]


PLAIN: Final = Brand()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A chosen colour that makes something unreadable, and the nearest one that does not."""

    chosen: Chosen
    fault: Fault
    proposal: Colour | None


@lru_cache(maxsize=64)
def brand_css(brand: Brand) -> str:
    """The tokens that ``brand`` sets otherwise than the stylesheet, and its font; "" for none."""
    light, dark = brand.light, brand.dark
    tokens = [
        f"--{name}: light-dark({light[name]}, {dark[name]});"
        for name in light
        if (light[name], dark[name]) != tuple(tones[name] for tones in default_tones())
    ]
    if brand.typeface != Typeface.CALM:
        headings, text = stacks(brand.typeface)
        tokens += [f"--serif: {headings};", f"--sans: {text};"]
    if not tokens:
        return ""
    own = OWN_FONTS.get(Typeface(brand.typeface))
    faces = own.faces if own else ""
    return f"@layer tokens {{\n{faces}:root {{ {' '.join(tokens)} }}\n}}\n"


def refusals(brand: Brand) -> list[Refusal]:
    """What cannot be read with ``brand``, one for each colour that is to blame."""
    found = []
    if light := list(faults(brand.light)):
        found.append(_refused_in_light(brand, light))
    if brand.accent_dark and (dark := list(faults(brand.dark))):
        shades = brand.accent_dark.shades()
        tried = ((shade, dark_tones(shade)) for shade in shades)
        found.append(Refusal("accent_dark", _worst(dark), _first_readable(tried)))
    return found


def _refused_in_light(brand: Brand, found: list[Fault]) -> Refusal:
    """The page is to blame for what the accent has no part in, and for all where none is chosen."""
    tried: Iterator[tuple[Colour, Tones]]
    blamed = [fault for fault in found if {fault.front, fault.ground} <= OF_THE_PAGE]
    if brand.page and (blamed or not brand.accent):
        # A page is proposed on which anything can be read but an accent that is wrong as well.
        accent = None if blamed else brand.accent
        tried = ((shade, light_tones(accent, shade)) for shade in brand.page.shades())
        return Refusal("page", _worst(blamed or found), _first_readable(tried))
    shades = brand.light["accent"].shades()
    tried = ((shade, light_tones(shade, brand.page)) for shade in shades)
    return Refusal("accent", _worst(found), _first_readable(tried))


def _worst(found: list[Fault]) -> Fault:
    return min(found, key=lambda fault: fault.ratio / fault.needed)


def _first_readable(tried: Iterator[tuple[Colour, Tones]]) -> Colour | None:
    return next((colour for colour, tones in tried if not any(faults(tones))), None)
