"""Artwork that apps would refuse is refused before it is published, and a draft may still hold it."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.test.utils.form_data import nested_form_data, rich_text

from cms.models import Picture
from podcast.models import EpisodePage, Recording, Show
from tests.factories import PictureFactory
from tests.podcast.conftest import EMPTY_EPISODE_LISTS


@pytest.fixture
def posted(recording: Recording) -> dict[str, object]:
    return nested_form_data(
        {
            "title": "With a picture",
            "slug": "with-a-picture",
            "recording": recording.pk,
            "episode_type": "full",
            "show_notes": rich_text(""),
            **EMPTY_EPISODE_LISTS,
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        }
    )


def add_url(show: Show) -> str:
    return reverse("wagtailadmin_pages:add", args=["podcast", "episodepage", show.pk])


@pytest.mark.parametrize(("width", "height"), [(300, 300), (1399, 1399), (1400, 1600)])
def test_small_and_oblong_artwork_is_refused_in_words(
    superuser: Client, show: Show, posted: dict[str, object], width: int, height: int
) -> None:
    picture = PictureFactory(file__width=width, file__height=height)
    data = posted | {"artwork": picture.pk, "action-publish": "publish"}
    response = superuser.post(add_url(show), data)
    assert response.status_code == 200
    assert f"{width} by {height} pixels" in response.text
    assert not EpisodePage.objects.exists()


def test_a_draft_may_hold_any_artwork(
    superuser: Client, show: Show, posted: dict[str, object]
) -> None:
    posted["artwork"] = PictureFactory().pk
    assert superuser.post(add_url(show), posted).status_code == 302
    assert not EpisodePage.objects.get().live


def test_good_artwork_is_published(
    superuser: Client, show: Show, posted: dict[str, object]
) -> None:
    posted["artwork"] = PictureFactory(file__width=1400, file__height=1400).pk
    assert superuser.post(add_url(show), posted | {"action-publish": "1"}).status_code == 302
    assert EpisodePage.objects.get().live


def test_artwork_that_no_jpeg_can_show_is_refused_in_words(
    superuser: Client, show: Show, posted: dict[str, object]
) -> None:
    data = io.BytesIO()
    Image.new("I;16", (1400, 1400)).save(data, "PNG")
    file = ImageFile(ContentFile(data.getvalue()), name="deep.png")
    posted["artwork"] = Picture.objects.create(title="Deep", file=file).pk
    response = superuser.post(add_url(show), posted | {"action-publish": "1"})
    assert "Save it anew as a JPEG or PNG." in response.text
    assert not EpisodePage.objects.exists()
