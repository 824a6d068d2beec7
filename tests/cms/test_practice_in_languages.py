"""What the practice says of itself stands on each page in the page's language."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail.users.models import UserProfile

from cms.models import SiteSettings
from home.models import HomePage
from tests.factories import SiteSettingsFactory
from users.models import User

GERMAN = {"language": "de", "tagline": "Bewegung im Alltag", "about": "Am Wasser."}


@pytest.fixture
def practice(site: Site) -> SiteSettings:
    return SiteSettingsFactory(
        tagline="Everyday movement",
        about="By the water.",
        appointment_label="Come and see us",
        appointment_url="https://practice.example/appointments",
        translations=[("words", GERMAN)],
    )


def test_a_page_says_it_in_its_language_and_what_is_left_empty_as_the_site_does(
    client: Client, practice: SiteSettings, german_home: HomePage
) -> None:
    english, german = client.get("/").text, client.get("/de/").text
    assert "Everyday movement" in english
    assert "By the water." in english
    assert "Bewegung im Alltag" not in english
    assert "Bewegung im Alltag" in german
    assert "Am Wasser." in german
    assert "Everyday movement" not in german
    assert "Come and see us" in german


def test_it_costs_no_query(client: Client, practice: SiteSettings, german_home: HomePage) -> None:
    def queries() -> int:
        client.get("/de/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/de/")
        return len(captured)

    with_words = queries()
    SiteSettings.objects.update(translations=[])
    assert queries() == with_words


def test_who_edits_the_settings_in_german_sees_and_saves_the_sites_own_words(
    practice: SiteSettings,
) -> None:
    user = User.objects.create_superuser("chief")
    UserProfile.objects.create(user=user, preferred_language="de")
    browser = Client()
    browser.force_login(user)
    form = reverse("wagtailsettings:edit", args=["cms", "sitesettings", practice.site_id])
    assert 'value="Everyday movement"' in browser.get(form).text
    practice.refresh_from_db()
    assert practice.tagline == "Everyday movement"


def test_a_language_is_there_once(practice: SiteSettings) -> None:
    block = practice.translations.stream_block
    posted = nested_form_data({"words": streamfield([("words", GERMAN), ("words", GERMAN)])})
    with pytest.raises(ValidationError):
        block.clean(block.value_from_datadict(posted, {}, "words"))
    posted = nested_form_data({"words": streamfield([("words", GERMAN)])})
    cleaned = block.clean(block.value_from_datadict(posted, {}, "words"))
    assert cleaned[0].value["tagline"] == "Bewegung im Alltag"
