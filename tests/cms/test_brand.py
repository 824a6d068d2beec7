"""A site's own colours and letters: whatever an editor chooses, everything can be read."""

import re
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from cms.brand import Brand, brand_css, refusals
from cms.colours import Colour
from cms.models import SiteSettings
from cms.palette import default_tones, faults
from cms.typefaces import OWN_FONTS, Typeface
from tests.factories import SiteSettingsFactory

SOME_COLOURS = [Colour(*parts) for parts in product((0, 80, 160, 255), repeat=3)]


def colour(text: str) -> Colour:
    return Colour.parse(text)


def errors(**chosen: str) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        SiteSettings(**chosen).clean()
    return refused.value.message_dict


def test_everything_can_be_read_in_the_colours_as_shipped():
    light, dark = default_tones()
    assert list(faults(light)) == []
    assert list(faults(dark)) == []


def test_the_plain_brand_adds_nothing_to_the_stylesheet():
    assert brand_css(Brand()) == ""


def test_what_is_not_refused_can_be_read_in_light_and_dark():
    accepted = [Brand(accent) for accent in SOME_COLOURS if not refusals(Brand(accent))]
    assert len(accepted) > 10
    for brand in accepted:
        assert list(faults(brand.light)) == []
        assert list(faults(brand.dark)) == []


@pytest.mark.parametrize("chosen", ["accent", "accent_dark", "page"])
def test_the_colour_that_is_proposed_is_not_refused(chosen):
    refused = [(each, refusals(Brand(**{chosen: each}))) for each in SOME_COLOURS]
    refused = [(each, found[0]) for each, found in refused if found]
    assert len(refused) > 10
    for _, refusal in refused:
        assert refusal.chosen == chosen
        assert refusals(Brand(**{chosen: refusal.proposal})) == []


def test_a_light_main_colour_is_refused_with_its_contrast_and_the_nearest_that_will_do():
    [sentence] = errors(accent="#f5c400")["accent"]
    assert "has a contrast of 1.48, and 4.5 is needed" in sentence
    proposed = re.search(r"can be read is (#\w{6})", sentence)[1]
    SiteSettings(accent=proposed).clean()


def test_a_grey_page_is_refused_and_not_the_main_colour_on_it():
    assert set(errors(page_colour="#808080", accent="#0f5f55")) == {"page_colour"}


def test_a_dark_colour_is_refused_for_dark_pages_only():
    assert set(errors(accent="#0f5f55", accent_dark="#0f5f55")) == {"accent_dark"}


def test_a_ratio_is_never_rounded_up_to_what_is_needed():
    for each in SOME_COLOURS:
        for refusal in refusals(Brand(each)):
            with pytest.raises(ValidationError) as refused:
                SiteSettings(accent=str(each)).clean()
            told = re.search(r"contrast of ([\d.]+), and ([\d.]+)", str(refused.value))
            assert float(told[1]) < float(told[2]) == refusal.fault.needed


@pytest.mark.parametrize("text", ["green", "#12345", "red;}body{display:none"])
def test_what_is_no_colour_is_refused(text):
    settings = SiteSettings(accent=text, site=Site(pk=1))
    with pytest.raises(ValidationError) as refused:
        settings.full_clean(exclude=["site"])
    assert "accent" in refused.value.message_dict


def test_a_value_that_is_no_colour_never_reaches_the_stylesheet():
    settings = SiteSettings(accent="red;}", typeface="comic")
    assert settings.brand == Brand()


def test_colours_are_stored_in_one_spelling():
    settings = SiteSettings(accent="1A4F8B")
    settings.clean()
    assert settings.accent == "#1a4f8b"


@pytest.mark.parametrize("typeface", Typeface.values)
def test_every_choice_of_letters_sets_headings_and_text(typeface):
    css = brand_css(Brand(typeface=typeface))
    assert bool(css) == (typeface != Typeface.CALM)
    assert css.count("{") == css.count("}")
    if css:
        assert "--serif:" in css
        assert "--sans:" in css


@pytest.mark.django_db
def test_an_editor_sees_the_refusal_at_the_field(admin_client: Client, site: Site) -> None:
    url = reverse("wagtailsettings:edit", args=["cms", "sitesettings", site.pk])
    form = admin_client.get(url).context["form"]
    streams = {"profiles", "translations"}
    posted = {name: form[name].value() or "" for name in form.fields if name not in streams}
    posted |= {f"{name}-count": "0" for name in streams} | {"accent": "#f5c400"}
    response = admin_client.post(url, posted)
    assert "accent" in response.context["form"].errors
    assert "The nearest colour that can be read" in response.content.decode()
    assert admin_client.post(url, posted | {"accent": "#1a4f8b"}).status_code == 302
    assert SiteSettings.for_site(site).accent == "#1a4f8b"


@pytest.mark.django_db
def test_reading_a_page_stores_no_settings(client: Client, site: Site) -> None:
    assert client.get("/").status_code == 200
    assert not SiteSettings.objects.exists()


@pytest.mark.django_db
class TestOnAPage:
    def stylesheet(self, client: Client, **extra: str) -> tuple[str, str]:
        html = client.get("/", **extra).content.decode()
        address = re.search(r'<link rel="stylesheet" href="([^"]+)"', html)[1]
        return address, client.get(address, **extra).content.decode()

    def test_the_brand_changes_the_stylesheet_and_its_address(self, client, site):
        before, _ = self.stylesheet(client)
        SiteSettingsFactory(accent="#1a4f8b")
        after, css = self.stylesheet(client)
        assert after != before
        assert "--accent: light-dark(#1a4f8b, " in css

    def test_the_old_address_still_has_the_styles_of_today(self, client, site):
        before, _ = self.stylesheet(client)
        SiteSettingsFactory(accent="#1a4f8b")
        response = client.get(before)
        assert "#1a4f8b" in response.content.decode()
        assert response["Cache-Control"] == "public, max-age=60"

    def test_every_site_has_its_own(self, client, site, settings):
        settings.ALLOWED_HOSTS = ["localhost", "other.example", "testserver"]
        root = Page.objects.get(pk=site.root_page_id).copy(
            recursive=False, update_attrs={"slug": "b"}
        )
        other = Site.objects.create(hostname="other.example", root_page=root)
        SiteSettingsFactory(accent="#1a4f8b")
        SiteSettingsFactory(site=other, accent="#7a1f3d")
        assert "#1a4f8b" in self.stylesheet(client, HTTP_HOST="localhost")[1]
        assert "#7a1f3d" in self.stylesheet(client, HTTP_HOST="other.example")[1]

    def test_an_unknown_host_gets_the_plain_one(self, client):
        Site.objects.all().delete()
        assert client.get("/site-0123.css").status_code == 200

    def test_the_browser_is_told_the_colour_round_the_page(self, client, site):
        SiteSettingsFactory(accent="#1a4f8b", page_colour="#fff6ec")
        html = client.get("/").content.decode()
        light, dark = re.findall(r'<meta name="theme-color" content="(#\w{6})"', html)
        assert light == "#fff6ec"
        assert colour(dark).luminance < 0.05
        assert f"--bg: light-dark({light}, {dark})" in self.stylesheet(client)[1]

    def test_the_readers_own_fonts_load_nothing(self, client, site):
        html = client.get("/").content.decode()
        assert 'rel="preload"' not in html
        assert "@font-face" not in self.stylesheet(client)[1]

    @pytest.mark.parametrize("typeface", OWN_FONTS)
    def test_a_font_of_ours_is_fetched_early_from_our_own_server(self, client, site, typeface):
        SiteSettingsFactory(typeface=typeface)
        html = client.get("/").content.decode()
        font = re.search(r'<link rel="preload" href="([^"]+)" as="font"', html)[1]
        css = self.stylesheet(client)[1]
        assert font.startswith("/static/")
        assert f'url("{font}")' in css
        assert "font-display: swap" in css
        assert "size-adjust" in css
