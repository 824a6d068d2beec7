"""A page without a picture is shared with one that is drawn, and nobody can have another drawn."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, PageViewRestriction, Site

from cms.brand import PLAIN
from cms.models import SiteSettings
from cms.share_image import _font, draw, sketch_of
from tests.factories import HomePageFactory, SiteSettingsFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def address(client: Client, page: Page) -> str:
    html = client.get(page.url).content.decode()
    return re.search(r'og:image" content="http://localhost(/share/[^"]+)"', html)[1]


def test_it_is_a_png_of_the_size_that_the_page_promises(client, site):
    response = client.get(address(client, StandardPageFactory()))
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.size == (1200, 630)
        assert picture.format == "PNG"


def test_another_title_or_name_is_another_address_and_the_old_one_leads_there(client, site):
    SiteSettingsFactory()
    page = StandardPageFactory(title="Before")
    old = address(client, page)
    Page.objects.filter(pk=page.pk).update(title="After")
    new = address(client, page)
    assert new != old
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (302, new)
    SiteSettings.objects.update(practice_name="Another practice")
    assert address(client, page) != new


def test_it_is_drawn_anew_in_the_colours_of_the_site(client, site):
    SiteSettingsFactory()
    page = StandardPageFactory()
    plain = address(client, page)
    SiteSettings.objects.update(accent="#7a1f5c", page_colour="#fff8fd")
    assert address(client, page) != plain
    response = client.get(plain, follow=True)
    with Image.open(io.BytesIO(response.content)) as picture:
        pixels = picture.convert("RGB")
        bar, ground = pixels.getpixel((5, 300)), pixels.getpixel((1190, 300))
    assert (bar, ground) == ((0x7A, 0x1F, 0x5C), (0xFF, 0xF8, 0xFD))


def test_nobody_has_anything_drawn_but_the_title_of_a_page(client, site):
    page = StandardPageFactory()
    made_up = reverse(
        "share_image", args=[page.pk, sketch_of(Page(title="Buy now"), "A shop", PLAIN).fingerprint]
    )
    assert client.get(made_up)["Location"] == address(client, page)


def test_only_public_pages_have_one(client, site):
    draft = StandardPageFactory(live=False)
    private = StandardPageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    elsewhere = HomePageFactory(parent=Page.get_first_root_node(), slug="elsewhere")
    Site.objects.create(hostname="elsewhere.example", root_page=elsewhere)
    for page in (draft, private, elsewhere, Page.get_first_root_node()):
        assert client.get(f"/share/{page.pk}-0123456789abcdef.png").status_code == 404


@pytest.mark.parametrize("number", ["999999", "9" * 30])
def test_a_page_that_is_not_there_has_none(client, site, number):
    assert client.get(f"/share/{number}-0123456789abcdef.png").status_code == 404


def test_nobody_can_post_to_it(client, site):
    page = StandardPageFactory()
    assert client.post(address(client, page)).status_code == 405


@pytest.mark.parametrize(
    "title",
    ["", "x" * 500, "wort " * 200, "Rücken & Füße – ¿señor?", "日本語", "\u202e\u0000\n\ud800"],
)
def test_any_title_can_be_drawn(title):
    with Image.open(io.BytesIO(draw(sketch_of(Page(title=title), title, PLAIN)))) as picture:
        assert picture.size == (1200, 630)


def test_the_letters_of_our_languages_are_in_the_font():
    font = _font(64)
    unknown = bytes(font.getmask("\ue123"))
    for letter in "äöüÄÖÜßñÑáéíóúü¿¡àâçèêëîïôûœŁčőşžå„“”‘’–—…€":
        assert bytes(font.getmask(letter)) != unknown, letter
