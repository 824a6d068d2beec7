"""Draws the picture that stands for a page which has none, where people share it: its title in large.

It has the site's own light colours, of which a brand's have been measured (cms/models/brand.py).
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.urls import reverse
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from cms.brand import Brand
from cms.structured_data import Card

SIZE: Final = (1200, 630)
MARGIN: Final = 90
#: In characters. Nobody reads more on a picture, and no title makes the drawing costly.
TITLE_LIMIT: Final = 140
NAME_LIMIT: Final = 60
#: Title sizes in pixels, tried until the lines fit.
TITLE_SIZES: Final = (88, 76, 64, 54)
TITLE_HEIGHT: Final = 330
NAME_SIZE: Final = 38
# Source Serif 4 (SIL Open Font License, beside it), since Pillow's own font has no letters but ASCII's.
FONT: Final = Path(__file__).parent / "fonts" / "SourceSerif4-SemiBold.ttf"
#: Another drawing needs another address, or nobody would fetch it anew.
_DRAWING: Final = hashlib.sha256(Path(__file__).read_bytes()).digest()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is drawn: the title of a page and the name of its site, on one line each, in three colours."""

    title: str
    name: str
    ground: str
    ink: str
    accent: str

    @property
    def fingerprint(self) -> str:
        """Changes with what is drawn and with how it is drawn."""
        parts = "\n".join(astuple(self)).encode(errors="replace")
        return hashlib.sha256(_DRAWING + parts).hexdigest()[:16]


def share_image_of(page: Page, name: str, brand: Brand, *, root_url: str) -> Card | None:
    """The card of ``page`` on the site called ``name``; None for a page that has not been saved."""
    if page.pk is None:
        return None
    path = reverse("share_image", args=[page.pk, sketch_of(page, name, brand).fingerprint])
    return Card(f"{root_url}{path}", *SIZE, alt=page.title)


def sketch_of(page: Page, name: str, brand: Brand) -> Sketch:
    tones = brand.light
    colours = (str(tones[token]) for token in ("bg", "ink", "accent"))
    return Sketch(_line(page.title, TITLE_LIMIT), _line(name, NAME_LIMIT), *colours)


@lru_cache(maxsize=64)
def draw(sketch: Sketch) -> bytes:
    """A PNG of 1200 by 630 pixels."""
    picture = Image.new("RGB", SIZE, sketch.ground)
    pen = ImageDraw.Draw(picture)
    width, height = SIZE
    pen.rectangle((0, 0, 24, height), fill=sketch.accent)
    font, lines = _fitting(sketch.title)
    step = round(font.size * 1.18)
    for number, line in enumerate(lines):
        pen.text((MARGIN, MARGIN + number * step), line, fill=sketch.ink, font=font)
    pen.line((MARGIN, height - 160, MARGIN + 120, height - 160), fill=sketch.accent, width=6)
    name_font = _font(NAME_SIZE)
    shown = _cut(sketch.name, name_font, width - 2 * MARGIN)
    pen.text((MARGIN, height - 80), shown, fill=sketch.accent, font=name_font, anchor="ls")
    file = io.BytesIO()
    picture.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _fitting(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest font in which the title fits, and its lines; at the smallest, what is over is cut."""
    for size in TITLE_SIZES:
        font = _font(size)
        lines = _wrapped(title, font, SIZE[0] - 2 * MARGIN)
        room = TITLE_HEIGHT // round(size * 1.18)
        if len(lines) <= room:
            return font, lines
    last = _cut(" ".join(lines[room - 1 :]), font, SIZE[0] - 2 * MARGIN)
    return font, [*lines[: room - 1], last]


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font, width))
    return [line for line in lines if line]


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """``text``, or as much of it as fits with an ellipsis."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def _line(text: str, limit: int) -> str:
    # Without controls and marks of direction, for which no font has a letter.
    seen = (
        char for char in " ".join(text.split()) if not unicodedata.category(char).startswith("C")
    )
    line = "".join(seen)
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


@lru_cache(maxsize=8)
def _font(size: int) -> ImageFont.FreeTypeFont:
    # Whatever is in a title, this layout draws it; Raqm's raises for some.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
