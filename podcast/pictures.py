"""Pictures as podcast apps take them: RGB JPEGs without transparency, and never too many bytes."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import Any, Final

from PIL import Image as Pillow
from PIL import ImageCms
from wagtail.images.image_operations import FilterOperation
from willow.plugins.pillow import PillowImage  # type: ignore[import-untyped]

# Apple: square, 1400 to 3000 pixels, JPEG or PNG, RGB, and an extension that tells the truth.
# The file's name holds a hash of the picture, so a new picture is a new address, as Apple asks.
ARTWORK_SPEC: Final = "fill-3000x3000|forapps|format-jpeg"
PORTRAIT_SPEC: Final = "fill-600x600|forapps|format-jpeg"

#: In bytes; directories time out on larger artwork.
LARGEST: Final = 1_000_000
WHITE: Final = (255, 255, 255)

#: Longest sides in pixels and JPEG qualities, tried until the bytes fit: a smaller picture looks
#: better than a worse one, down to Apple's smallest size.
ATTEMPTS: Final = (
    (3000, 85),
    (3000, 70),
    (2000, 70),
    (1400, 75),
    (1400, 55),
    (1400, 35),
    (1400, 15),
)


class ForApps(FilterOperation):
    """``forapps`` in a picture's filter; ``format-jpeg`` has to follow."""

    def construct(self) -> None:
        """It takes no arguments."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> PillowImage:
        flat = willow.set_background_color_rgb(WHITE)
        picture = in_srgb(flat.get_pillow_image())
        for side, quality in ATTEMPTS:
            if max(picture.size) > side:
                picture = picture.resize((side, side), Pillow.Resampling.LANCZOS)
            if jpeg_bytes(picture, quality) <= LARGEST:
                break
        env["jpeg-quality"] = quality
        return PillowImage(picture)


def in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """``picture`` in the colours that apps expect; printers' colours are converted by their profile."""
    if profile := picture.info.get("icc_profile"):
        source = io.BytesIO(profile)
        target = ImageCms.createProfile("sRGB")
        # A broken profile, or one of another mode: then the plain conversion has to do.
        with suppress(ImageCms.PyCMSError):
            made = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
            picture = made or picture
    picture = picture.convert("RGB")
    # The old profile would be wrong now, and where a photograph was taken is nobody's business.
    picture.info.clear()
    return picture


def jpeg_bytes(picture: Pillow.Image, quality: int) -> int:
    """How many bytes the picture takes, written as Wagtail writes it."""
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=quality, progressive=True, optimize=True)
    return output.tell()
