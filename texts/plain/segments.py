"""How many parts a text is sent in, which is what it costs (3GPP TS 23.038 and 23.040)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: The basic alphabet, and what is written with an escape before it and counts twice.
BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED: Final = frozenset("\f^{}\\[~]|€")
#: Typographer's signs, one of which would make a text of plain letters twice as dear.
FOLDED: Final = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...", "\u00a0": " ", "\u202f": " ", "•": "-",
        "\t": " ", "\u200b": None, "\ufeff": None, "\u00ad": None,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """``units`` are septets, or 16-bit units where ``is_unicode``; ``left`` fit into the last part."""

    units: int
    parts: int
    left: int
    is_unicode: bool
    #: What the basic alphabet does not have, each once.
    odd: str = ""


def fold(text: str) -> str:
    """``text`` with plain quotes, dashes and spaces."""
    return text.translate(FOLDED)


def measure(text: str) -> Size:
    """How ``text`` is sent: 160 units alone or 153 a part in GSM-7, 70 or 67 in UCS-2."""
    odd = "".join(dict.fromkeys(c for c in text if c not in BASIC and c not in EXTENDED))
    if odd:
        widths = [2 if ord(char) > 0xFFFF else 1 for char in text]
        return _sized(widths, alone=70, together=67, odd=odd)
    widths = [2 if char in EXTENDED else 1 for char in text]
    return _sized(widths, alone=160, together=153, odd="")


def _sized(widths: list[int], *, alone: int, together: int, odd: str) -> Size:
    units = sum(widths)
    if units <= alone:
        return Size(units, 1 if units else 0, alone - units, bool(odd), odd)
    parts, used = 1, 0
    for width in widths:
        # A character of two units is never cut in half: it goes into the next part.
        if used + width > together:
            parts, used = parts + 1, 0
        used += width
    return Size(units, parts, together - used, bool(odd), odd)
