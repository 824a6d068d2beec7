"""Turns shows and episodes into the plain values that the feed is rendered from."""

from __future__ import annotations

from datetime import datetime
from typing import cast
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from wagtail.rich_text import expand_db_html

from cms.models import rendition_url
from podcast.feed.notes import paragraphs
from podcast.feed.parts import TranscriptLink
from podcast.feed.types import Category, Channel, Enclosure, Item, Owner
from podcast.models import EpisodePage, Show, Transcript
from podcast.transcript_formats import FORMATS

# Apple: square, 1400 to 3000 pixels, JPEG or PNG, RGB, and an extension that tells the truth.
# The file's name holds a hash of the picture, so a new picture is a new address, as Apple asks.
ARTWORK_SPEC = "fill-3000x3000|format-jpeg|jpegquality-80"


def channel_of(show: Show, *, updated: datetime) -> Channel:
    """The head of the show's feed; ``updated`` becomes its lastBuildDate."""
    name, _, subcategory = show.category.partition("/")
    return Channel(
        title=show.title,
        description=paragraphs(show.description),
        feed_url=show.feed_url,
        link=show.full_url,
        language=show.language,
        image_url=rendition_url(show.artwork, ARTWORK_SPEC, base=show.full_url),
        categories=(Category(name, subcategory),),
        guid=show.podcast_guid,
        updated=updated,
        explicit=show.explicit,
        author=show.author_name,
        owner=Owner(show.author_name, show.owner_email) if show.owner_email else None,
        show_type=show.show_type,
        copyright=show.copyright,
        locked=show.feed_locked,
        complete=show.complete,
        new_feed_url=show.new_feed_url,
        stylesheet_url=reverse("feed_stylesheet"),
        hub_urls=tuple(settings.WEBSUB_HUBS),
    )


def item_of(episode: EpisodePage) -> Item:
    """The episode's feed item. It must be published and have a recording."""
    link = episode.full_url
    recording = episode.recording
    chapters = tuple(episode.effective_chapters)
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
