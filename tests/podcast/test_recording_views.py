"""What an editor's browser asks of a recording, and who may ask it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from cms.models import Picture
from podcast.models import Recording
from tests.audio_files import Mark, make_jpeg, make_mp3, make_png
from tests.podcast.conftest import browser_of, store
from users.models import User

DATA = make_mp3(
    title="Sitting", season="2", number="7", comment="All about it.", cover=make_png(20, 20),
    chapters=(Mark(0, "One"), Mark(1, "Two")),
)  # fmt: skip
NAMES = ("recording_file", "recording_offers", "recording_cover")


def ask(client: Client, name: str, recording: Recording | int) -> object:
    number = recording if isinstance(recording, int) else recording.pk
    method = client.post if name == "recording_cover" else client.get
    return method(reverse(name, args=[number]))


@pytest.fixture
def tagged(db: None) -> Recording:
    return store(DATA, title="A/B “quoted”\r\nname")


@pytest.fixture
def limited(db: None) -> Client:
    """An editor of one collection, with the rights to recordings and pictures there alone."""
    group = Group.objects.create(name="Limited")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    own = Collection.get_first_root_node().add_child(name="Own")
    for codename in ("add_media", "change_media", "add_image", "choose_image"):
        for permission in Permission.objects.filter(codename=codename):
            GroupCollectionPermission.objects.create(
                group=group, collection=own, permission=permission
            )
    user = User.objects.create_user("limited")
    user.groups.add(group)
    return browser_of(user)


def test_an_editor_hears_the_bare_recording(editor: Client, tagged: Recording) -> None:
    response = ask(editor, "recording_file", tagged)
    assert response.getvalue() == DATA
    assert response["Content-Type"] == "audio/mpeg"
    assert response["Cache-Control"].startswith("private")
    name = quote("A/B “quoted”\r\nname.mp3", safe="")
    assert response["Content-Disposition"] == f"inline; filename*=UTF-8''{name}"
    part = editor.get(tagged.url, headers={"range": "bytes=0-1"})
    assert (part.status_code, part.getvalue()) == (206, DATA[:2])


def test_an_editor_is_offered_what_the_tags_know(editor: Client, tagged: Recording) -> None:
    offers = ask(editor, "recording_offers", tagged).json()
    assert offers["fields"] == {
        "title": "Sitting", "season": 2, "number": 7, "summary": "All about it.",
    }  # fmt: skip
    assert offers["facts"].startswith("0:03 · MP3 · ")
    assert offers["facts"].endswith(" · mono · 2 chapters")


def test_only_a_cover_that_apps_would_take_is_offered(editor: Client, tagged: Recording) -> None:
    assert ask(editor, "recording_offers", tagged).json()["cover"] == ""
    large = store(make_mp3(cover=make_jpeg(1400, 1400)))
    offered = ask(editor, "recording_offers", large).json()["cover"]
    assert offered == reverse("recording_cover", args=[large.pk])


def test_a_recording_without_tags_offers_nothing(editor: Client, recording: Recording) -> None:
    offers = ask(editor, "recording_offers", recording).json()
    assert (offers["fields"], offers["cover"]) == ({}, "")
    assert ask(editor, "recording_cover", recording).status_code == 404


def test_a_cover_becomes_a_picture(editor: Client, tagged: Recording) -> None:
    response = ask(editor, "recording_cover", tagged)
    assert response.status_code == 201
    picture = Picture.objects.get()
    assert response.json()["id"] == picture.pk
    assert (picture.width, picture.height) == (20, 20)
    assert picture.uploaded_by_user.username == "editor"
    assert Client().get(response.json()["preview"]["url"]).status_code in (200, 404)


def test_a_cover_that_cannot_be_drawn_is_refused(editor: Client) -> None:
    cover = bytearray(make_png(20, 20))
    start = cover.index(b"IDAT") + 4
    cover[start : start + 8] = bytes(8)
    response = ask(editor, "recording_cover", store(make_mp3(cover=bytes(cover))))
    assert response.status_code in (404, 422)
    assert not Picture.objects.exists()


def test_strangers_get_nothing(client: Client, visitor: Client, tagged: Recording) -> None:
    for name in NAMES:
        for stranger in (client, visitor):
            assert ask(stranger, name, tagged).status_code in (302, 403), name
            assert ask(stranger, name, 10**6).status_code in (302, 403), name
    assert not Picture.objects.exists()


def test_other_methods_are_refused(superuser: Client, tagged: Recording) -> None:
    assert superuser.post(reverse("recording_file", args=[tagged.pk])).status_code == 405
    assert superuser.post(reverse("recording_offers", args=[tagged.pk])).status_code == 405
    assert superuser.get(reverse("recording_cover", args=[tagged.pk])).status_code == 405
    assert not Picture.objects.exists()


def test_unknown_numbers_are_not_found(superuser: Client) -> None:
    for name in NAMES:
        assert ask(superuser, name, 10**6).status_code == 404


def test_recordings_of_other_collections_are_not_found(limited: Client, tagged: Recording) -> None:
    for name in NAMES:
        assert ask(limited, name, tagged).status_code == 404, name
    edit = reverse("wagtailmedia:edit", args=[tagged.pk])
    delete = reverse("wagtailmedia:delete", args=[tagged.pk])
    for send in (limited.get, limited.post):
        assert send(edit).status_code == 302
        assert send(delete).status_code == 404
    tagged.collection = Collection.objects.get(name="Own")
    tagged.save()
    for name in NAMES:
        assert ask(limited, name, tagged).status_code in (200, 201), name


def test_a_cover_goes_where_the_editor_may_put_pictures(tagged: Recording) -> None:
    group = Group.objects.create(name="Split")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    root = Collection.get_first_root_node()
    sounds, pictures = root.add_child(name="Sounds"), root.add_child(name="Pictures")
    for codename, collection in (("change_media", sounds), ("add_image", pictures)):
        permission = Permission.objects.filter(codename=codename).first()
        GroupCollectionPermission.objects.create(
            group=group, collection=collection, permission=permission
        )
    user = User.objects.create_user("split")
    user.groups.add(group)
    tagged.collection = sounds
    tagged.save()
    assert ask(browser_of(user), "recording_cover", tagged).status_code == 201
    assert Picture.objects.get().collection == pictures
