"""Every picture on a page comes in modern forms first, with its sides, so that nothing jumps."""

from __future__ import annotations

import io

import lxml.html
import pytest
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from PIL import Image

from tests.factories import ArticlePageFactory, AuthorFactory, PictureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pictures(client, site) -> list[lxml.html.HtmlElement]:
    """The ``<picture>`` elements of an article with all that it can show."""
    block = {"image": PictureFactory(), "alt": "", "caption": ""}
    article = ArticlePageFactory(
        hero=PictureFactory(file__width=1600, file__height=900),
        author=AuthorFactory(picture=PictureFactory()),
        body=[("picture", block)],
    )
    html = client.get(article.url).content.decode()
    return lxml.html.fromstring(html).xpath("//main//picture")


def test_each_is_offered_as_avif_then_webp_then_jpeg(pictures):
    assert len(pictures) == 3
    for picture in pictures:
        assert picture.xpath(".//source/@type") == ["image/avif", "image/webp"]
        assert picture.xpath(".//img/@src")[0].endswith(".jpg")


def test_each_has_its_sides_and_words_for_those_who_do_not_see_it(pictures):
    for picture in pictures:
        (shown,) = picture.xpath(".//img")
        assert int(shown.get("width")) > 0
        assert int(shown.get("height")) > 0
        assert shown.get("alt") is not None


def test_what_is_offered_is_what_it_says(pictures):
    for source in pictures[0].xpath(".//source"):
        url = source.get("srcset").split()[0]
        with default_storage.open(url.removeprefix("/media/")) as file:
            kind = Image.open(io.BytesIO(file.read())).get_format_mimetype()
        assert kind == source.get("type")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK"])
def test_a_picture_of_any_colours_becomes_an_avif(site, mode):
    file = io.BytesIO()
    square = Image.new("RGB", (64, 64), "#0f5f55")
    coloured = square.quantize() if mode == "P" else square.convert(mode)
    coloured.save(file, "JPEG" if mode == "CMYK" else "PNG")
    name = "odd.jpg" if mode == "CMYK" else "odd.png"
    picture = PictureFactory(file=ImageFile(file, name=name))
    with picture.get_rendition("max-32x32|format-avif").file.open() as drawn:
        shown = Image.open(drawn).convert("RGB")
    assert shown.size == (32, 32)
    assert max(abs(a - b) for a, b in zip(shown.getpixel((9, 9)), (15, 95, 85), strict=True)) < 12
