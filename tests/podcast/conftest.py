"""What tests of the podcast share: people at their browsers, a whole show, and one uploaded episode."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from podcast.audio import probe
from podcast.feeds import build_feed
from podcast.models import EpisodePage, Recording, Show
from tests.audio_files import make_mp3
from tests.factories import EpisodePageFactory, PictureFactory, ShowFactory, StandardPageFactory
from tests.receivers import Receiver, StartReceiver, running
from users.models import User


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def superuser(db: None) -> Client:
    return browser_of(User.objects.create_superuser("chief"))


@pytest.fixture
def editor(db: None) -> Client:
    """Somebody with nothing but what the migrations gave the group Editors."""
    user = User.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    return browser_of(user)


@pytest.fixture
def publisher(db: None) -> Client:
    """Somebody with what the migrations gave the group Moderators, who may publish."""
    user = User.objects.create_user("publisher")
    user.groups.add(Group.objects.get(name="Moderators"))
    return browser_of(user)


@pytest.fixture
def editor_elsewhere(site: Site) -> Client:
    """Somebody who may edit pages, but none of a show."""
    group = Group.objects.create(name="Elsewhere")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    page = StandardPageFactory(parent=site.root_page)
    GroupPagePermission.objects.create(group=group, page=page, permission=change)
    user = User.objects.create_user("elsewhere")
    user.groups.add(group)
    return browser_of(user)


@pytest.fixture
def visitor(db: None) -> Client:
    """Somebody with an account and no rights."""
    return browser_of(User.objects.create_user("visitor"))


@pytest.fixture
def show(site: object) -> Show:
    """A show at /podcast/ with all that directories ask for."""
    return ShowFactory(title="The Show", slug="podcast", artwork=PictureFactory())


@pytest.fixture
def recording(db: None) -> Recording:
    """A row as an upload of a real MP3 leaves it."""
    return store(make_mp3())


@pytest.fixture
def episode(show: Show, recording: Recording) -> EpisodePage:
    return EpisodePageFactory(parent=show, title="The Episode", slug="one", recording=recording)


@pytest.fixture
def published(show: Show, episode: EpisodePage) -> EpisodePage:
    """An episode that apps have, in a feed that is built."""
    build_feed(show)
    return EpisodePage.objects.get(pk=episode.pk)


def store(data: bytes, title: str = "Recording") -> Recording:
    """Put real audio into the library."""
    recording = Recording(title=title, type="audio", file=ContentFile(data, name="upload"))
    recording.take(probe(io.BytesIO(data)))
    recording.save()
    return recording


@pytest.fixture
def stored_files() -> object:
    """Asks which files lie in the recordings' storage."""
    folder = Path(storages["recordings"].location)

    def names() -> set[str]:
        return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}

    return names


@pytest.fixture
def start_receiver() -> Iterator[StartReceiver]:
    """Starts hubs and directories that end with the test."""
    with ExitStack() as stack:
        yield lambda *args, **kwargs: stack.enter_context(running(Receiver(*args, **kwargs)))


#: What the form of an episode or a show sends of its lists while they are empty.
EMPTY_EPISODE_LISTS = {name: streamfield([]) for name in ("chapters", "transcripts", "extras")}
EMPTY_SHOW_LISTS = {"extras": streamfield([]), "listings": inline_formset([])}


def form_of(client: Client, page: Page) -> dict[str, object]:
    """What the browser would send of the page's form as it stands."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    values: dict[str, object] = {}
    for bound in form:
        value = bound.value()
        values[bound.html_name] = "" if value is None else value
    if "show_notes" in values:
        values["show_notes"] = rich_text(str(values["show_notes"]))
    for formset in form.formsets.values():
        for bound in formset.management_form:
            values[bound.html_name] = bound.value()
    values |= {name: empty for name, empty in EMPTY_EPISODE_LISTS.items() if name in values}
    return {name: value for name, value in values.items() if value is not False}


def send(
    client: Client, page: Page, action: str = "action-publish", **values: object
) -> HttpResponse:
    data = {**form_of(client, page), **values, action: "1"}
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, nested_form_data(data))
