"""Nobody learns from a picture where it was taken, and it looks as before."""

from __future__ import annotations

import contextlib
import io
import zlib
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat
from wagtail.models import UploadedFile

from cms.intake import PictureError, cleaned
from cms.models import Picture
from tests.factories import PictureFactory

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF"]
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">Saltgrass Row</x:xmpmeta>'
GPS = 0x8825
SECRETS = (b"Exif", b"PhoneMaker", b"Saltgrass", b"Photoshop 3.0")


def scene() -> Image.Image:
    """Soft shades with a red corner at the upper left, 320 by 200."""
    shades = Image.linear_gradient("L").resize((320, 200))
    picture = Image.merge("RGB", (shades, ImageOps.flip(shades), shades.rotate(180)))
    picture.paste((200, 30, 30), (0, 0, 60, 40))
    return picture


def exif(orientation: int = 1) -> bytes:
    """As a phone writes it, with the place."""
    tags = Image.Exif()
    tags[0x010F] = "PhoneMaker"
    tags[0x0112] = orientation
    place = tags.get_ifd(GPS)
    place[1], place[2] = "N", (52.0, 31.0, 12.0)
    place[3], place[4] = "E", (13.0, 24.0, 36.0)
    return tags.tobytes()


def photograph(kind: str = "JPEG", orientation: int = 1, **options: Any) -> bytes:
    file = io.BytesIO()
    told = {"exif": exif(orientation), "xmp": XMP, "icc_profile": PROFILE}
    scene().save(file, kind, **(told | options))
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures lie apart on average, of 255."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def assert_tells_nothing(data: bytes) -> None:
    picture = opened(data)
    assert not picture.getexif()
    assert "xmp" not in picture.info
    assert "comment" not in picture.info
    for secret in SECRETS:
        assert secret not in data


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photograph_tells_neither_place_nor_phone(kind):
    assert opened(photograph(kind)).getexif().get_ifd(GPS)
    assert_tells_nothing(cleaned(photograph(kind)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_not_a_pixel_is_changed(kind):
    data = photograph(kind)
    assert difference(opened(cleaned(data)), opened(data)) == 0


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_that_lies_on_its_side_is_set_upright(kind, orientation):
    data = photograph(kind, orientation)
    upright = opened(cleaned(data))
    assert difference(upright, ImageOps.exif_transpose(opened(data))) < 1.5
    assert_tells_nothing(cleaned(data))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", [1, 6])
def test_the_colours_keep_their_profile(kind, orientation):
    assert opened(cleaned(photograph(kind, orientation))).info["icc_profile"] == PROFILE


@pytest.mark.parametrize("kind", [*FORMATS, "GIF"])
def test_what_is_clean_stays_byte_for_byte(kind):
    file = io.BytesIO()
    scene().save(file, kind)
    once = cleaned(file.getvalue())
    assert cleaned(once) == once
    assert difference(opened(once), opened(file.getvalue())) == 0


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_rows": 2}, {}])
def test_jpegs_of_all_makes_are_cleaned(options):
    plain = photograph("JPEG", comment=b"Saltgrass Row", **options)
    press = b"\xff\xed\x00\x19Photoshop 3.0\0 Saltgras"
    data = plain[:2] + press + b"\xff" + plain[2:] + b"a film of Saltgrass Row"
    assert_tells_nothing(cleaned(data))
    assert difference(opened(cleaned(data)), opened(data)) == 0


def test_chunks_of_no_known_kind_are_cut_out():
    # Content Credentials (C2PA) may name place and phone.
    secret = b"Saltgrass Row!"
    png, webp = photograph("PNG"), photograph("WEBP")
    chunk = b"caBX" + secret
    whole = len(secret).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    assert_tells_nothing(cleaned(png[:33] + whole + png[33:]))
    body = webp[8:] + b"C2PA" + len(secret).to_bytes(4, "little") + secret
    assert_tells_nothing(cleaned(b"RIFF" + len(body).to_bytes(4, "little") + body))


def test_printers_colours_stay_what_they_are():
    file = io.BytesIO()
    scene().convert("CMYK").save(file, "JPEG", exif=exif(6))
    assert opened(cleaned(file.getvalue())).mode == "CMYK"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_keeps_moving(kind):
    frames = [scene().rotate(turn) for turn in (0, 90, 180)]
    file = io.BytesIO()
    told = {"comment": b"Saltgrass"} if kind == "GIF" else {"exif": exif()}
    frames[0].save(
        file, kind, save_all=True, append_images=frames[1:], duration=120, loop=0, **told
    )
    moving = opened(cleaned(file.getvalue()))
    assert moving.n_frames == 3
    assert moving.info["loop"] == 0
    assert_tells_nothing(cleaned(file.getvalue()))


def test_a_jpeg_with_rubbish_between_its_segments_is_written_anew():
    data = photograph()
    table = data.index(b"\xff\xdb")
    odd = data[:table] + b"Saltgrass Row" + data[table:]
    assert_tells_nothing(cleaned(odd))
    assert difference(opened(cleaned(odd)), opened(data)) < 1.5


def test_a_see_through_picture_stays_so():
    file = io.BytesIO()
    picture = scene().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    picture.save(file, "PNG", exif=exif(3))
    assert opened(cleaned(file.getvalue())).getchannel("A").getextrema() == (0, 255)


@pytest.mark.parametrize("kind", [*FORMATS, "GIF"])
def test_a_picture_that_is_cut_off_is_refused_wherever_it_is_cut(kind):
    file = io.BytesIO()
    scene().save(file, kind)
    data = file.getvalue()
    for length in (0, 10, len(data) // 3, len(data) // 2):
        with pytest.raises(PictureError):
            cleaned(data[:length])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", [*FORMATS, "GIF"])
def test_whichever_byte_is_wrong_it_is_a_picture_or_refused(kind):
    file = io.BytesIO()
    frames = [scene().resize((16, 10)).rotate(turn) for turn in (0, 180)]
    told = {"save_all": True, "append_images": frames[1:]} if kind == "GIF" else {"exif": exif()}
    frames[0].save(file, kind, **told)
    data = file.getvalue()
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        with contextlib.suppress(PictureError):
            opened(cleaned(bytes(damaged)))


def upload(data: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def stored() -> Picture:
    picture = Picture.objects.get()
    with picture.file.open() as file:
        data = file.read()
    assert_tells_nothing(data)
    # Nothing that is known of the file is known of what was uploaded.
    assert picture.file_size in (None, len(data))
    assert (picture.width, picture.height) == opened(data).size
    return picture


@pytest.mark.django_db
class TestEveryWayIn:
    def test_the_form_of_one_picture(self, admin_client: Client) -> None:
        data = {"title": "A photo", "file": upload(photograph(orientation=6)), "collection": 1}
        response = admin_client.post(reverse("wagtailimages:add"), data)
        assert response.status_code == 302
        assert (stored().width, stored().height) == (200, 320)

    def test_many_at_once(self, admin_client: Client) -> None:
        data = {"title": "A photo", "files[]": upload(photograph()), "collection": 1}
        response = admin_client.post(reverse("wagtailimages:add_multiple"), data)
        assert response.json()["success"]
        stored()

    def test_many_at_once_where_the_title_comes_later(self, admin_client: Client) -> None:
        data = {"title": "", "files[]": upload(photograph()), "collection": 1}
        admin_client.post(reverse("wagtailimages:add_multiple"), data)
        held = UploadedFile.objects.get()
        waiting = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[held.pk])
        key = f"uploaded-image-{held.pk}"
        admin_client.post(
            waiting, {f"{key}-title": "A photo", f"{key}-collection": 1, f"{key}-tags": ""}
        )
        stored()

    def test_the_chooser(self, admin_client: Client) -> None:
        prefix = "image-chooser-upload"
        data = {
            f"{prefix}-title": "A photo",
            f"{prefix}-file": upload(photograph()),
            f"{prefix}-collection": 1,
        }
        response = admin_client.post(reverse("wagtailimages_chooser:create"), data)
        assert response.json()["step"] == "chosen"
        stored()

    def test_another_file_for_a_picture(self, admin_client: Client) -> None:
        picture = PictureFactory(title="A photo")
        data = {"title": "A photo", "file": upload(photograph(orientation=8)), "collection": 1}
        admin_client.post(reverse("wagtailimages:edit", args=[picture.pk]), data)
        assert (stored().width, stored().height) == (200, 320)

    def test_other_words_for_a_picture_leave_its_file(self, admin_client: Client) -> None:
        picture = PictureFactory(title="A photo")
        data = {"title": "Another title", "collection": 1}
        admin_client.post(reverse("wagtailimages:edit", args=[picture.pk]), data)
        assert stored().title == "Another title"
        assert stored().file.name == picture.file.name

    def test_a_program(self) -> None:
        file = ImageFile(io.BytesIO(photograph(orientation=6)), name="photo.jpg")
        Picture.objects.create(title="A photo", file=file)
        assert (stored().width, stored().height) == (200, 320)


@pytest.mark.django_db
class TestWhatIsRefused:
    def errors(self, client: Client, data: bytes) -> str:
        response = client.post(
            reverse("wagtailimages:add"),
            {"title": "A photo", "file": upload(data), "collection": 1},
        )
        assert response.status_code == 200
        assert not Picture.objects.exists()
        return str(response.context["form"].errors["file"])

    def test_a_damaged_picture_with_a_clear_word(self, admin_client: Client) -> None:
        assert "damaged" in self.errors(admin_client, photograph()[:-500])

    def test_what_is_no_picture(self, admin_client: Client) -> None:
        assert self.errors(admin_client, b"not a picture")

    def test_a_small_file_with_a_picture_that_would_fill_the_memory(
        self, admin_client: Client, settings: Any
    ) -> None:
        settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 320 * 200 - 1
        assert "too many pixels" in self.errors(admin_client, photograph())
