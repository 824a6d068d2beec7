"""Whatever artwork comes in, apps get an RGB JPEG of a size and weight that they take."""

from __future__ import annotations

import io
import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image

from cms.models import Picture
from podcast.pictures import ARTWORK_SPEC, LARGEST


def stored(image: Image.Image, format: str, **options: object) -> Picture:
    data = io.BytesIO()
    image.save(data, format, **options)
    file = ImageFile(ContentFile(data.getvalue()), name=f"artwork.{format.lower()}")
    return Picture.objects.create(title="Artwork", file=file)


def drawn(picture: Picture) -> tuple[Image.Image, int]:
    """The rendition as an app would open it, and its bytes."""
    rendition = picture.get_rendition(ARTWORK_SPEC)
    assert rendition.file.name.endswith(".jpg")
    with rendition.file.open() as file:
        data = file.read()
    image = Image.open(io.BytesIO(data))
    image.load()
    return image, len(data)


def noise(side: int) -> Image.Image:
    return Image.frombytes("RGB", (side, side), os.urandom(side * side * 3))


KINDS = {
    "printers' colours": lambda: stored(Image.new("CMYK", (1400, 1400), (0, 255, 255, 0)), "JPEG"),
    "greys": lambda: stored(Image.new("L", (1400, 1400), 120), "JPEG"),
    "greys with transparency": lambda: stored(Image.new("LA", (1400, 1400), (80, 90)), "PNG"),
    "transparency": lambda: stored(Image.new("RGBA", (1400, 1400), (9, 9, 9, 0)), "PNG"),
    "a palette": lambda: stored(Image.new("P", (1400, 1400)), "PNG"),
    "black and white": lambda: stored(Image.new("1", (1400, 1400)), "PNG"),
    "an animation": lambda: stored(
        Image.new("P", (1400, 1400), 1),
        "GIF",
        save_all=True,
        append_images=[Image.new("P", (1400, 1400), 2)],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_becomes_an_rgb_jpeg(db: None, kind: str) -> None:
    image, length = drawn(KINDS[kind]())
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1400, 1400))
    assert length <= LARGEST


def test_printers_red_is_red(db: None) -> None:
    image, _length = drawn(KINDS["printers' colours"]())
    red, green, blue = image.getpixel((700, 700))
    assert red > 200
    assert max(green, blue) < 60


def test_what_was_transparent_is_white(db: None) -> None:
    image, _length = drawn(KINDS["transparency"]())
    assert min(image.getpixel((700, 700))) > 250


def test_the_place_of_a_photograph_stays_at_home(db: None) -> None:
    exif = Image.Exif()
    exif[0x010E] = "At home"
    image, _length = drawn(stored(Image.new("RGB", (1400, 1400)), "JPEG", exif=exif))
    assert not image.getexif()


def test_a_picture_that_is_too_large_is_made_smaller(db: None) -> None:
    image, length = drawn(stored(Image.new("RGB", (4000, 4000), "teal"), "JPEG"))
    assert image.size == (3000, 3000)
    assert length <= LARGEST


def test_noise_that_no_jpeg_can_pack_fits_all_the_same(db: None) -> None:
    image, length = drawn(stored(noise(3000), "PNG", compress_level=0))
    assert 1400 <= image.width == image.height <= 3000
    assert length <= LARGEST
