"""Chooses how to clean a picture by what it is, and makes sure that it can be shown afterwards."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, Final

from PIL import Image, ImageOps
from PIL.ExifTags import Base

from cms.intake import gif, jpeg, png, webp

CUTTERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "GIF": gif.without_metadata,
    "JPEG": jpeg.without_metadata,
    "MPO": jpeg.without_metadata,
    "PNG": png.without_metadata,
    "WEBP": webp.without_metadata,
}
#: Where a picture must be written anew, nobody should see that it was.
AVIF_QUALITY: Final = 90
WEBP_QUALITY: Final = 95
UPRIGHT: Final = 1


class PictureError(OSError):
    """The bytes are not a picture that can be shown whole; an OSError, as all that Pillow cannot read."""


def cleaned(data: bytes) -> bytes:
    """The picture upright and without metadata, with its colour profile; ``data`` itself if it is so.

    Raises PictureError for what cannot be shown whole. The caller has seen to it that the picture is
    not too large to be held in memory: all its pixels are looked at.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
            return _cleaned(data, picture)
    except Exception as error:
        # Pillow raises whatever its decoders run into: IndexError, TypeError, RuntimeError and more.
        raise PictureError(str(error)) from error


def _cleaned(data: bytes, picture: Image.Image) -> bytes:
    cut = CUTTERS.get(picture.format or "")
    animated = getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO"
    lies_on_its_side = picture.getexif().get(Base.Orientation, UPRIGHT) != UPRIGHT
    if lies_on_its_side and not animated:
        return _written_anew(ImageOps.exif_transpose(picture), picture)
    if cut:
        try:
            return cut(data)
        except ValueError:
            # Pillow is more lenient; of a moving picture it has seen only the beginning.
            if animated:
                raise
            return _written_anew(picture, picture)
    if picture.info.get("exif") or picture.info.get("xmp"):
        return _written_anew(picture, picture, save_all=animated)
    return data


def _written_anew(upright: Image.Image, original: Image.Image, **options: Any) -> bytes:
    kind = "JPEG" if original.format == "MPO" else original.format
    options |= {"icc_profile": original.info.get("icc_profile"), "exif": b"", "xmp": b""}
    match kind:
        case "JPEG":
            # The same tables as before, so hardly a pixel changes.
            options |= {"qtables": original.quantization, "optimize": True}  # type: ignore[attr-defined]
            options |= {"subsampling": _subsampling(original)}
        case "WEBP":
            options |= {"quality": WEBP_QUALITY, "method": 4}
        case "AVIF":
            options |= {"quality": AVIF_QUALITY}
    file = io.BytesIO()
    upright.info.pop("comment", None)
    upright.save(file, kind, **options)
    return file.getvalue()


def _subsampling(picture: Image.Image) -> int:
    """How coarse the colours are: 4:2:0 where they are so already, else as fine as they come."""
    layers = getattr(picture, "layer", [])
    return 2 if len(layers) == 3 and layers[0][1:3] == (2, 2) else 0
