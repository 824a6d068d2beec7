"""The colours of a site, and whether everything that is read on them can be read.

A palette holds the colours of ``styles/tokens.css`` by their names there, for light and for dark. A
brand brings one to three colours; what belongs to them (hover, words on buttons, bands) is made here,
so that nobody has to choose fifteen colours that go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cms.colours import BLACK, WHITE, Colour

#: The colours of one scheme by the names of their tokens, without the dashes.
Tones = dict[str, Colour]

TOKENS: Final = Path(__file__).parent / "styles" / "tokens.css"
TOKEN: Final = re.compile(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)")

#: What WCAG 2.2 asks for: 1.4.3 of text, 1.4.11 of the edges of what can be operated.
TEXT, EDGE = 4.5, 3.0
#: Dark colours that are made, not chosen, are made a little better than they must be.
COMFORT: Final = 7.0
NIGHT: Final = Colour.parse("#0e0e0e")

_GROUNDS: Final = ("bg", "surface", "surface-2", "soft")
PAIRS: Final = (
    *((front, ground, TEXT) for front in ("ink", "accent", "accent-hover") for ground in _GROUNDS),
    *((front, ground, TEXT) for front in ("ink-2", "warm") for ground in _GROUNDS[:3]),
    *(("danger", ground, TEXT) for ground in _GROUNDS[:2]),
    *(("on-accent", ground, TEXT) for ground in ("accent", "accent-hover")),
    ("ink", "mark", TEXT),
    *(("focus", ground, EDGE) for ground in _GROUNDS),
    *(("edge", ground, EDGE) for ground in _GROUNDS[:2]),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read: the names of two tokens and how far they are apart."""

    front: str
    ground: str
    ratio: float
    needed: float


@lru_cache(maxsize=1)
def default_tones() -> tuple[Tones, Tones]:
    """The colours of the stylesheet as it is shipped, light and dark."""
    found = TOKEN.findall(TOKENS.read_text())
    return (
        {name: Colour.parse(light) for name, light, _ in found},
        {name: Colour.parse(dark) for name, _, dark in found},
    )


def light_tones(accent: Colour | None, page: Colour | None) -> Tones:
    """The light colours with the brand's ``accent`` and the colour of its ``page``."""
    tones = dict(default_tones()[0])
    accent, page = accent or tones["accent"], page or tones["bg"]
    return tones | {
        "bg": page,
        "surface-2": page.mixed(accent, 0.05),
        "soft": page.mixed(accent, 0.12),
        "line": page.mixed(accent, 0.17).mixed(BLACK, 0.03),
        **_accents(accent, accent.mixed(BLACK, 0.25)),
    }


def dark_tones(accent: Colour) -> Tones:
    """The dark colours round ``accent``, which is to be read on near-black."""
    return default_tones()[1] | {
        "bg": NIGHT.mixed(accent, 0.04),
        "surface": NIGHT.mixed(accent, 0.08),
        "surface-2": NIGHT.mixed(accent, 0.12),
        "soft": NIGHT.mixed(accent, 0.19),
        "line": NIGHT.mixed(accent, 0.22),
        **_accents(accent, accent.mixed(WHITE, 0.35)),
    }


def dark_accent(accent: Colour) -> Colour:
    """The shade of ``accent`` nearest to it that is read with comfort on dark pages."""
    return next(
        shade
        for shade in accent.shades()
        if not any(faults(dark_tones(shade)))
        and shade.contrast(dark_tones(shade)["surface"]) >= COMFORT
    )


def faults(tones: Tones) -> Iterator[Fault]:
    """Every pair of ``tones`` that stays under what it needs."""
    for front, ground, needed in PAIRS:
        ratio = tones[front].contrast(tones[ground])
        if ratio < needed:
            yield Fault(front, ground, ratio, needed)


def _accents(accent: Colour, hover: Colour) -> Tones:
    dark = accent.mixed(BLACK, 0.85)
    words = next((each for each in (WHITE, dark) if each.contrast(accent) >= TEXT), BLACK)
    return {"accent": accent, "accent-hover": hover, "on-accent": words}
