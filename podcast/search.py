"""Lets readers search episodes, and what is said in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from cms.search.kinds import Kind, Passage, register_kind
from cms.search.writing import write_entries
from podcast.models import EpisodePage, Transcript


def _published(episode: EpisodePage) -> datetime | None:
    return episode.published


def _spoken(episode: EpisodePage) -> Iterator[Passage]:
    """The paragraphs of its transcripts, without who speaks."""
    for transcript in episode.present_transcripts:
        for said in transcript.paragraphs:
            yield Passage(said.start, transcript.language, said.text)


register_kind(EpisodePage, Kind("episode", _("Episodes"), date=_published, spoken=_spoken))


@receiver([post_save, post_delete], sender=Transcript)
def transcript_changed(instance: Transcript, raw: bool = False, **kwargs: Any) -> None:
    """Have its episodes searched by its new words.

    On commit: a publish locks an episode's entry before its feed, a transcript would do it the other way.
    """
    if raw:
        return
    pages = list(EpisodePage.objects.with_transcript(instance).values_list("pk", flat=True))

    def write() -> None:
        for pk in pages:
            write_entries(EpisodePage.objects.filter(pk=pk))

    transaction.on_commit(write, robust=True)
