"""Everything an editor can fill in is found again in the plain values that the feed is made of."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.utils import timezone, translation

from podcast.feed.licenses import LICENSES
from podcast.feed.parts import (
    AlternateEnclosure,
    ContentLink,
    Funding,
    License,
    Location,
    Person,
    RemoteItem,
    ServiceBlock,
    SocialInteract,
    Soundbite,
    Trailer,
    Txt,
    UpdateFrequency,
    Value,
    ValueRecipient,
)
from podcast.feed.types import Category, Channel, Item
from podcast.feed_values import channel_of, item_of
from podcast.models import EpisodePage, Recording, Show
from tests.factories import AuthorFactory, EpisodePageFactory, PictureFactory
from tests.podcast.extras_samples import ALTERNATE, EPISODE_EXTRAS, PERSON, SHOW_EXTRAS

PERSONS = (Person("Ada Quill", "editor", "writing", href="https://ada.example/"),)
FUNDINGS = (Funding("https://give.example/", "Support the show"),)
LOCATIONS = (Location("Lake Constance", "subject", "geo:47.65,9.48", "R1112", "at"),)
TXTS = (Txt("proof-1234", "verify"),)
VALUE = Value(
    "lightning",
    "lnaddress",
    (ValueRecipient("lnaddress", "ada@pay.example", 90, "Ada"),),
    "0.00000015",
)


def channel(show: Show) -> Channel:
    show.podcast_guid = show.podcast_guid or UUID(int=1)
    return channel_of(show, updated=timezone.now())


def with_extras(page: Show | EpisodePage, *blocks: tuple[str, object]) -> None:
    """Save and read back, so that what is tested is what the database holds."""
    page.extras = list(blocks)
    page.save()
    page.refresh_from_db()


def test_every_block_of_a_show_becomes_its_part(show: Show) -> None:
    with_extras(show, *SHOW_EXTRAS)
    made = channel(show)
    assert made.persons == PERSONS
    assert made.fundings == FUNDINGS
    assert made.locations == LOCATIONS
    assert made.txts == TXTS
    assert made.value == VALUE
    assert made.service_blocks == (ServiceBlock(blocked=True, service="spotify"),)
    assert made.publisher == RemoteItem(
        "917393e3-1b1e-5cef-ace4-edaa54e1f810",
        "https://house.example/feed.xml",
        medium="publisher",
        title="The House",
    )


def test_a_recommended_podcast_gets_the_guid_of_its_address(show: Show) -> None:
    with_extras(show, *SHOW_EXTRAS)
    # The proof in the podcast namespace's own words on guids.
    guid = "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert channel(show).podroll == (
        RemoteItem(guid, "https://podnews.net/rss", title="Another Show"),
    )


def test_every_plain_field_of_a_show_is_in_its_channel(show: Show) -> None:
    show.second_category = "Arts/Books"
    show.third_category = "History"
    show.website = "https://practice.example/"
    show.hidden = show.complete = True
    show.medium = "course"
    show.license = "cc-by-4.0"
    show.update_frequency = "fortnightly"
    show.new_feed_url = "https://elsewhere.example/feed"
    made = channel(show)
    assert made.categories == (
        Category("Health & Fitness", "Medicine"),
        Category("Arts", "Books"),
        Category("History"),
    )
    assert made.link == "https://practice.example/"
    assert made.block
    assert made.medium == "course"
    assert made.license == License("cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert made.update_frequency == UpdateFrequency(
        "Every two weeks", "FREQ=WEEKLY;INTERVAL=2", complete=True
    )
    assert made.new_feed_url == "https://elsewhere.example/feed"


def test_a_show_that_says_no_more_than_it_must_has_no_parts(show: Show) -> None:
    made = channel(show)
    assert made.link == show.full_url
    assert made.categories == (Category("Health & Fitness", "Medicine"),)
    assert not made.block
    assert made.new_feed_url == ""
    assert made.update_frequency is made.license is made.value is made.publisher is None
    parts = made.persons + made.fundings + made.podroll + made.trailers + made.txts
    assert parts == ()


def test_own_words_stand_for_the_rhythm_and_keep_its_rule(show: Show) -> None:
    show.update_frequency, show.update_words = "monthly", "Every first Monday"
    assert channel(show).update_frequency == UpdateFrequency("Every first Monday", "FREQ=MONTHLY")
    show.update_frequency = ""
    assert channel(show).update_frequency == UpdateFrequency("Every first Monday")


def test_the_rhythm_does_not_speak_the_language_of_whoever_publishes(show: Show) -> None:
    show.update_frequency = "weekly"
    with translation.override("de"):
        in_german = channel(show).update_frequency
    assert in_german == channel(show).update_frequency


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("ours-1.0", "https://a.example/l", License("ours-1.0", "https://a.example/l")),
        ("ours-1.0", "", None),
        ("", "https://a.example/l", None),
    ],
)
def test_another_license_is_said_with_its_address_or_not_at_all(
    show: Show, name: str, url: str, expected: License | None
) -> None:
    show.license, show.license_name, show.license_url = "other", name, url
    assert channel(show).license == expected


def test_trailers_are_the_live_episodes_of_that_type(show: Show, recording: Recording) -> None:
    EpisodePageFactory(parent=show, recording=recording)
    EpisodePageFactory(parent=show, recording=recording, episode_type="trailer", live=False)
    trailer = EpisodePageFactory(
        parent=show, recording=recording, episode_type="trailer", season=2, title="Soon"
    )
    assert channel(show).trailers == (
        Trailer(
            title="Soon",
            url=f"http://localhost{trailer.audio_path}",
            published=trailer.first_published_at,
            length=recording.byte_length,
            mime_type="audio/mpeg",
            season=2,
        ),
    )


def item(episode: EpisodePage) -> Item:
    return item_of(EpisodePage.objects.get(pk=episode.pk))


def test_every_block_of_an_episode_becomes_its_part(episode: EpisodePage) -> None:
    episode.recording.duration = 60
    episode.recording.save()
    with_extras(episode, *EPISODE_EXTRAS)
    made = item(episode)
    assert made.persons == PERSONS
    assert made.soundbites == (Soundbite(5.5, 20, "The best of it"),)
    assert made.fundings == FUNDINGS
    assert made.locations == LOCATIONS
    assert made.content_links == (ContentLink("https://video.example/1", "As a video"),)
    assert made.social_interactions == (
        SocialInteract(
            "activitypub",
            "https://social.example/@show/1",
            "@show@social.example",
            "https://social.example/@show",
            1,
        ),
    )
    assert made.alternate_enclosures == (
        AlternateEnclosure(
            "video/mp4",
            ("https://files.example/1.mp4",),
            length=1000,
            height=720,
            language="de",
            title="Video",
            integrity="sha384-" + "A" * 64,
        ),
    )
    assert made.txts == TXTS
    assert made.value == VALUE


def test_every_plain_field_of_an_episode_is_in_its_item(show: Show, episode: EpisodePage) -> None:
    with_extras(show, *SHOW_EXTRAS)
    episode.season, episode.number, episode.number_display = 2, 3, "Day 3"
    episode.hidden = True
    episode.license = "arr"
    episode.save()
    made = item(episode)
    assert (made.season, made.season_name) == (2, "The second winter")
    assert made.number_display == "Day 3"
    assert made.block
    assert made.license == License("arr", LICENSES["arr"])


def test_a_person_of_the_house_brings_name_picture_and_website(episode: EpisodePage) -> None:
    author = AuthorFactory(
        name="Bea Fern", website="https://bea.example/", picture=PictureFactory()
    )
    with_extras(episode, ("person", PERSON | {"author": author, "name": "", "link": ""}))
    (person,) = item(episode).persons
    assert (person.name, person.href) == ("Bea Fern", "https://bea.example/")
    assert person.img.startswith("http://localhost/")
    assert person.img.endswith(".jpg")


def test_a_person_whose_author_is_gone_is_left_out(episode: EpisodePage) -> None:
    author = AuthorFactory()
    with_extras(episode, ("person", PERSON | {"author": author, "name": ""}), ("person", PERSON))
    author.delete()
    assert item(episode).persons == PERSONS


def test_no_soundbite_ends_after_the_recording(episode: EpisodePage) -> None:
    with_extras(episode, *EPISODE_EXTRAS)
    episode.recording.duration = 25
    episode.recording.save()
    assert item(episode).soundbites == ()


def test_comments_that_are_not_wanted_are_said_so_and_no_more(episode: EpisodePage) -> None:
    disabled = dict(EPISODE_EXTRAS)["social"] | {"protocol": "disabled"}
    with_extras(episode, ("social", disabled))
    assert item(episode).social_interactions == (SocialInteract("disabled"),)


def test_another_version_from_the_library_knows_its_file(
    episode: EpisodePage, recording: Recording
) -> None:
    other = Recording.objects.get(pk=recording.pk)
    other.pk = None
    other.save()
    with_extras(
        episode, ("alternate", ALTERNATE | {"recording": other, "url": "", "title": "Small"})
    )
    (made,) = item(episode).alternate_enclosures
    assert made.urls == (f"http://localhost/listen/{episode.guid}/{other.pk}.mp3",)
    assert (made.mime_type, made.length) == ("audio/mpeg", recording.byte_length)
    assert made.integrity == recording.integrity != ""
    assert (made.title, made.height) == ("Small", 0)
