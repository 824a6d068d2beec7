"""The main job in a real browser: a recording goes in at the admin and comes out in the feed."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from podcast.models import EpisodePage, Recording
from tests.audio_files import Mark, make_jpeg, make_mp3
from tests.factories import PictureFactory, ShowFactory
from tests.feed_readers import by_feedparser

WATCHING = (
    "document.addEventListener('w-unsaved:watch-edits', () => { window.isWatchingEdits = true; });"
)


@pytest.fixture
def recording_file(tmp_path: Path) -> Path:
    path = tmp_path / "final mix 3.mp3"
    path.write_bytes(
        make_mp3(
            seconds=5,
            title="Walking home",
            comment="From the tags of the file.",
            number="7",
            chapters=(Mark(0, "Out"), Mark(2.5, "Back")),
            cover=make_jpeg(1400, 1400),
        )
    )
    return path


@pytest.fixture
def episode_form(admin_page: Page, live_server: LiveServer) -> Page:
    """The empty form of a new episode."""
    site = Site.objects.get()
    site.port = urlsplit(live_server.url).port
    site.save()
    show = ShowFactory(slug="podcast", artwork=PictureFactory(file__width=1400, file__height=1400))
    admin_page.add_init_script(WATCHING)
    admin_page.goto(f"{live_server.url}/admin/pages/add/podcast/episodepage/{show.pk}/")
    # Wagtail takes what stands there two seconds after loading for the form as it was; a browser
    # driven by a program can be done by then, and nothing would ever be saved by itself.
    admin_page.wait_for_function("window.isWatchingEdits")
    return admin_page


def upload(page: Page, file: Path) -> None:
    page.get_by_role("button", name="Choose audio").click()
    page.get_by_role("tab", name="Upload").click()
    page.set_input_files("#id_media-chooser-upload-file", file)
    page.locator("form.media-upload button[type=submit]").click()


def publish(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()


def test_an_uploaded_recording_is_read_published_and_heard(
    episode_form: Page, recording_file: Path, live_server: LiveServer
) -> None:
    page = episode_form
    upload(page, recording_file)
    expect(page.get_by_text("0:05 · MP3")).to_be_visible()
    page.get_by_role("button", name="Fill the empty fields").click()
    expect(page.locator("#id_title")).to_have_value("Walking home")
    expect(page.locator("#id_summary")).to_have_value("From the tags of the file.")
    expect(page.locator("#id_number")).to_have_value("7")
    expect(page.get_by_text("Cover of Walking home")).to_be_visible()
    expect(page).to_have_url(re.compile("/edit/$"))  # The editor has saved the new page by itself.
    publish(page)
    expect(page.get_by_text("published", exact=False).first).to_be_visible()

    recording = Recording.objects.get()
    stored = recording_file.read_bytes()
    assert (recording.title, recording.mime_type) == ("Walking home", "audio/mpeg")
    assert recording.byte_length == len(stored)
    assert [mark.title for mark in recording.chapters] == ["Out", "Back"]

    response = page.request.get(f"{live_server.url}/podcast/feed.xml")
    (item,) = by_feedparser(response.body())
    assert (item.title, item.number, item.duration) == ("Walking home", 7, 5)
    assert (item.enclosure_length, item.enclosure_type) == (len(stored), "audio/mpeg")

    part = page.request.get(item.enclosure_url, headers={"Range": "bytes=1000-1999"})
    assert part.status == 206
    assert part.body() == stored[1000:2000]


def test_what_was_typed_is_not_overwritten_by_the_tags(
    episode_form: Page, recording_file: Path
) -> None:
    episode_form.fill("#id_title", "My own words")
    upload(episode_form, recording_file)
    episode_form.get_by_role("button", name="Fill the empty fields").click()
    expect(episode_form.locator("#id_number")).to_have_value("7")
    expect(episode_form.locator("#id_title")).to_have_value("My own words")


def test_a_file_that_is_no_audio_is_refused_in_words_and_the_form_stays(
    episode_form: Page, tmp_path: Path
) -> None:
    fake = tmp_path / "fake.mp3"
    fake.write_text("<html><body>Not found</body></html>" * 50)
    episode_form.fill("#id_title", "My own words")
    upload(episode_form, fake)
    expect(episode_form.get_by_text("This file holds no audio that we can read.")).to_be_visible()
    assert not Recording.objects.exists()
    episode_form.get_by_role("button", name="Close").click()
    expect(episode_form.locator("#id_title")).to_have_value("My own words")


def test_the_public_cannot_hear_a_draft(
    episode_form: Page, recording_file: Path, live_server: LiveServer, browser: Browser
) -> None:
    episode_form.fill("#id_title", "Not yet")
    upload(episode_form, recording_file)
    expect(episode_form.get_by_text("0:05 · MP3")).to_be_visible()
    episode_form.get_by_role("button", name="Save draft").click()
    saved = re.compile("Page 'Not yet' (created|has been updated)")
    expect(episode_form.get_by_text(saved)).to_be_visible()
    audio = f"{live_server.url}{EpisodePage.objects.get().audio_path}"
    assert episode_form.request.head(audio).status == 200
    stranger = browser.new_context().request
    assert stranger.head(audio).status == 404


def test_a_draft_sent_while_the_editor_saves_by_itself_becomes_one_page(
    episode_form: Page, live_server: LiveServer
) -> None:
    held: list[Route] = []
    is_by_itself = "application/json"

    def hold(route: Route) -> None:
        if route.request.headers.get("accept") == is_by_itself:
            held.append(route)
        else:
            route.continue_()

    episode_form.route("**/admin/pages/add/**", hold)
    with episode_form.expect_request(lambda sent: sent.headers.get("accept") == is_by_itself):
        episode_form.locator("#id_title").press_sequentially("Not yet")
    episode_form.get_by_role("button", name="Save draft").click()
    # Sent at once, the form would create the page now, and again when the held saving goes on.
    episode_form.wait_for_timeout(500)
    held.pop().continue_()
    expect(episode_form.get_by_text("Page 'Not yet' has been updated.")).to_be_visible()
    assert [page.title for page in EpisodePage.objects.all()] == ["Not yet"]
