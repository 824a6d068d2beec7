"""A canvas of cut paper: every shape has a soft gradient and may cast a soft shadow."""

import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from demo.drawing.palette import Colour

Point = tuple[float, float]


class Canvas:
    """A picture of width by height units; drawn larger than needed, so edges come out smooth."""

    def __init__(self, width: float, height: float, scale: float) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.image = Image.new("RGB", (round(width * scale), round(height * scale)))

    def wash(self, top: Colour, bottom: Colour) -> None:
        """Cover the whole canvas with a vertical gradient."""
        self.image.paste(_gradient(self.image.size, top, bottom))

    def shape(
        self,
        points: Sequence[Point],
        top: Colour,
        bottom: Colour | None = None,
        *,
        shadow: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Lay a filled outline; the gradient runs over the shape's own height."""
        mask = self._mask()
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        ImageDraw.Draw(mask).polygon(pixels, fill=255)
        self._lay(mask, top, bottom or top, shadow, opacity)

    def disc(
        self,
        centre: Point,
        radius: float | Point,
        top: Colour,
        bottom: Colour | None = None,
        *,
        shadow: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Lay a circle, or an ellipse when the radius is a pair."""
        across, down = (radius, radius) if isinstance(radius, int | float) else radius
        x, y = centre
        mask = self._mask()
        box = [v * self.scale for v in (x - across, y - down, x + across, y + down)]
        ImageDraw.Draw(mask).ellipse(box, fill=255)
        self._lay(mask, top, bottom or top, shadow, opacity)

    def block(
        self,
        box: tuple[float, float, float, float],
        top: Colour,
        bottom: Colour | None = None,
        *,
        radius: float = 0.0,
        shadow: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Lay a rectangle (left, top, right, bottom) with rounded corners."""
        mask = self._mask()
        pixels = [v * self.scale for v in box]
        ImageDraw.Draw(mask).rounded_rectangle(pixels, radius * self.scale, fill=255)
        self._lay(mask, top, bottom or top, shadow, opacity)

    def stroke(
        self, points: Sequence[Point], width: float, colour: Colour, *, opacity: float = 1.0
    ) -> None:
        """Draw a line with round ends."""
        mask = self._mask()
        draw = ImageDraw.Draw(mask)
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        draw.line(pixels, fill=255, width=max(1, round(width * self.scale)), joint="curve")
        half = width * self.scale / 2
        for x, y in (pixels[0], pixels[-1]):
            draw.ellipse([x - half, y - half, x + half, y + half], fill=255)
        self._lay(mask, colour, colour, 0.0, opacity)

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float) -> None:
        """Let light spread from a point and fade out at the radius."""
        size = round(2 * radius * self.scale)
        light = ImageOps.invert(Image.radial_gradient("L")).resize((size, size))
        # Pillow's gradient still holds 75 at the middle of each side; the light must be gone there.
        fade = [max(0, v - 75) / 180 for v in range(256)]
        light = light.point([round(strength * 255 * share**1.6) for share in fade])
        left, top = (round((v - radius) * self.scale) for v in centre)
        self.image.paste(colour, (left, top, left + size, top + size), light)

    def write(self, at: Point, words: str, font: str, size: float, colour: Colour) -> None:
        """Set words with their baseline's left end at a point; the font is a file's name."""
        face = ImageFont.truetype(font, round(size * self.scale))
        pixels = (at[0] * self.scale, at[1] * self.scale)
        ImageDraw.Draw(self.image).text(pixels, words, colour, face, anchor="ls")

    def finish(self, size: tuple[int, int], seed: int, grain: int = 5) -> Image.Image:
        """Return the picture at its final size with a little paper grain."""
        picture = self.image.resize(size, Image.Resampling.LANCZOS)
        half = (size[0] // 2, size[1] // 2)
        noise = Image.frombytes("L", half, random.Random(seed).randbytes(half[0] * half[1]))  # noqa: S311
        noise = noise.resize(size, Image.Resampling.BICUBIC)
        noise = noise.point([round(v / 255 * grain) for v in range(256)])
        return ImageChops.subtract(picture, Image.merge("RGB", (noise, noise, noise)))

    def _mask(self) -> Image.Image:
        return Image.new("L", self.image.size)

    def _lay(
        self, mask: Image.Image, top: Colour, bottom: Colour, shadow: float, opacity: float
    ) -> None:
        if shadow:
            self._cast(mask, shadow)
        box = mask.getbbox()
        if box is None:
            return
        cut = mask.crop(box)
        if opacity < 1:
            cut = cut.point([round(v * opacity) for v in range(256)])
        self.image.paste(_gradient(cut.size, top, bottom), box, cut)

    def _cast(self, mask: Image.Image, strength: float) -> None:
        # A shadow is soft, so a quarter of the size is enough and four times as quick.
        small = mask.resize((mask.width // 4, mask.height // 4))
        blur = small.filter(ImageFilter.GaussianBlur(4.5 * self.scale))
        soft = ImageChops.offset(blur, 0, round(-1.5 * self.scale)).resize(mask.size)
        soft = soft.point([round(v * strength) for v in range(256)])
        self.image.paste((14, 40, 36), (0, 0), soft)


def _gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BILINEAR)
    return ImageOps.colorize(ramp, top, bottom)
