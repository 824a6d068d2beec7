"""Turns shows and episodes into the plain values that the feed is rendered from."""

from __future__ import annotations

from datetime import datetime
from typing import cast
from urllib.parse import urljoin
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from wagtail.rich_text import expand_db_html

from cms.models import rendition_url
from comments.addresses import comments_feed_url, comments_url
from comments.openness import welcomes_comments
from podcast.blocks import Parts
from podcast.feed.notes import paragraphs
from podcast.feed.parts import Trailer, TranscriptLink
from podcast.feed.types import Category, Channel, Enclosure, Item, Owner
from podcast.models import EpisodePage, Recording, Show, Transcript
from podcast.models.episodes import EpisodeType
from podcast.models.frequency import frequency_part
from podcast.pictures import ARTWORK_SPEC
from podcast.transcript_formats import FORMATS


def channel_of(show: Show, *, updated: datetime) -> Channel:
    """The head of the show's feed; ``updated`` becomes its lastBuildDate."""
    parts = Parts(show)
    return Channel(
        title=show.title,
        description=paragraphs(show.description),
        feed_url=show.feed_url,
        link=show.website or show.full_url,
        language=show.language,
        image_url=rendition_url(show.artwork, ARTWORK_SPEC, base=show.full_url),
        categories=tuple(map(category_of, show.categories)),
        guid=cast(UUID, show.podcast_guid),
        updated=updated,
        explicit=show.explicit,
        author=show.author_name,
        owner=Owner(show.author_name, show.owner_email) if show.owner_email else None,
        show_type=show.show_type,
        copyright=show.copyright,
        locked=show.feed_locked,
        complete=show.complete,
        block=show.hidden,
        new_feed_url=show.new_feed_url,
        stylesheet_url=reverse("feed_stylesheet"),
        hub_urls=tuple(settings.WEBSUB_HUBS),
        medium=show.medium,
        fundings=parts.all("funding"),
        persons=parts.all("person"),
        locations=parts.all("location"),
        license=show.license_part,
        podroll=parts.all("podroll"),
        publisher=parts.first("publisher"),
        trailers=trailers_of(show),
        update_frequency=frequency_part(
            show.update_frequency,
            show.update_words,
            language=show.language,
            complete=show.complete,
        ),
        txts=parts.all("txt"),
        value=parts.first("value"),
        service_blocks=parts.all("service"),
    )


def category_of(choice: str) -> Category:
    """From "Category" or "Category/Subcategory", as a show keeps it."""
    name, _slash, subcategory = choice.partition("/")
    return Category(name, subcategory)


def trailers_of(show: Show) -> tuple[Trailer, ...]:
    """The show's trailers are its episodes of that type, newest first."""
    if not show.path:
        # A draft that has not been stored yet has no episodes.
        return ()
    trailers = EpisodePage.objects.child_of(show).heard().filter(episode_type=EpisodeType.TRAILER)
    newest_first = trailers.select_related("recording").order_by("-first_published_at", "-pk")
    return tuple(
        Trailer(
            title=trailer.title,
            url=urljoin(show.full_url, trailer.audio_path),
            published=trailer.published,
            length=trailer.recording.byte_length,
            mime_type=trailer.recording.mime_type,
            season=trailer.season,
        )
        for trailer in newest_first
    )


def item_of(episode: EpisodePage) -> Item:
    """The episode's feed item. It must be published and have a recording."""
    link = episode.full_url
    recording = cast(Recording, episode.recording)
    parts = Parts(episode)
    chapters = tuple(episode.effective_chapters)
    is_talked_about = welcomes_comments(episode, episode.show.comment_settings)
    return Item(
        guid=episode.guid,
        title=episode.title,
        link=link,
        published=cast(datetime, episode.published),
        enclosure=Enclosure(
            url=urljoin(link, episode.audio_path),
            length=recording.byte_length,
            mime_type=recording.mime_type,
        ),
        duration=recording.duration,
        summary=episode.summary,
        notes_html=expand_db_html(episode.show_notes),
        image_url=rendition_url(episode.artwork, ARTWORK_SPEC, base=link),
        explicit=episode.explicit,
        season=episode.season,
        number=episode.number,
        episode_type=episode.episode_type,
        chapters=chapters,
        chapters_url=urljoin(link, reverse("chapters", args=[episode.guid])) if chapters else "",
        transcripts=tuple(
            transcript_link(episode, transcript, extension, base=link)
            for transcript in episode.present_transcripts
            for extension in FORMATS
        ),
        block=episode.hidden,
        season_name=episode.season_name,
        number_display=episode.number_display,
        persons=parts.all("person"),
        soundbites=parts.all("soundbite"),
        locations=parts.all("location"),
        license=episode.license_part,
        fundings=parts.all("funding"),
        alternate_enclosures=parts.all("alternate"),
        content_links=parts.all("content_link"),
        social_interactions=parts.all("social"),
        comments_url=comments_url(link) if is_talked_about else "",
        # A draft that has not been stored yet has no number.
        comments_feed_url=comments_feed_url(link, episode.pk)
        if is_talked_about and episode.pk
        else "",
        txts=parts.all("txt"),
        value=parts.first("value"),
    )


def transcript_link(
    episode: EpisodePage, transcript: Transcript, extension: str, *, base: str
) -> TranscriptLink:
    """Where one format of the transcript is had, on the host of ``base``."""
    form = FORMATS[extension]
    path = reverse("transcript", args=[episode.guid, transcript.language, extension])
    return TranscriptLink(
        url=urljoin(base, path),
        mime_type=form.mime_type,
        language=transcript.language,
        rel="captions" if transcript.follows_sound and form.is_timed else "",
    )
