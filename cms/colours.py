"""Colours as numbers: how well one is read on another, mixtures, and lighter and darker shades.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: Three or six hexadecimal digits, as in style sheets; the "#" may be missing.
HEX: Final = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of a screen (sRGB), each part from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """The colour written as ``#0f5f55`` or ``#abc``; ValueError for anything else."""
        match = HEX.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a colour")
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return cls(*bytes.fromhex(digits))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """How bright it is, from 0 (black) to 1 (white)."""
        red, green, blue = (_linear(part / 255) for part in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """How well the one is read on the other, from 1 (not at all) to 21."""
        darker, brighter = sorted((self.luminance, other.luminance))
        return (brighter + 0.05) / (darker + 0.05)

    def mixed(self, other: Colour, share: float) -> Colour:
        """This colour with a ``share`` (0 to 1) of ``other`` in it."""
        return Colour(
            round(self.red + (other.red - self.red) * share),
            round(self.green + (other.green - self.green) * share),
            round(self.blue + (other.blue - self.blue) * share),
        )

    def distance(self, other: Colour) -> int:
        """How far the numbers lie apart, squared."""
        return (
            (self.red - other.red) ** 2
            + (self.green - other.green) ** 2
            + (self.blue - other.blue) ** 2
        )

    def shades(self) -> list[Colour]:
        """The colour itself, then lighter and darker ones of its kind, the nearest first."""
        ends = (BLACK, WHITE)
        shades = {self.mixed(end, step / 100) for end in ends for step in range(101)}
        return sorted(shades, key=lambda shade: (self.distance(shade), str(shade)))


BLACK: Final = Colour(0, 0, 0)
WHITE: Final = Colour(255, 255, 255)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
