"""The queries that lists of episodes, feeds and changes ask."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models.fields.json import KeyTextTransform
from wagtail.models import Revision

from podcast.models.naming import NamingQuerySet, naming
from podcast.models.recordings import Recording

if TYPE_CHECKING:
    from podcast.models.transcripts import Transcript


class EpisodeQuerySet(NamingQuerySet):
    """Episodes as lists and feeds need them."""

    picture_fields = ("extras", "chapters")

    def heard(self) -> Self:
        """Episodes that everybody may hear now: published, public, and with a recording."""
        return self.public_now().filter(recording__isnull=False, first_published_at__isnull=False)

    def for_listing(self) -> Self:
        """What a stranger may hear, newest first, with all that a list shows."""
        return (
            self.heard()
            .select_related("recording", "artwork")
            .prefetch_related("artwork__renditions")
            .newest_first()
        )

    def for_reading(self) -> Self:
        """With all that the episode's own page shows of other tables."""
        return self.select_related("recording", "artwork")

    def for_rows(self) -> Self:
        """With what a row of a list shows, and without the long texts that it does not."""
        related = self.select_related("recording", "artwork")
        return related.defer("show_notes", "chapters", "transcripts", "extras")

    def newest_first(self) -> Self:
        return self.order_by("-first_published_at", "-pk")

    def oldest_first(self) -> Self:
        return self.order_by("first_published_at", "pk")

    def any_of(self, lists: Iterable[models.QuerySet[Any]]) -> Self:
        """Episodes that are in at least one of ``lists``, which may be cut to a length."""
        return self.filter(reduce(or_, (models.Q(pk__in=each.values("pk")) for each in lists)))

    def for_recording(self, recording: Recording) -> Self:
        """Episodes that have this recording, or whose latest or scheduled draft has it.

        Also as another version of what is heard.
        """
        other_version = naming("text", "recording", recording.pk)
        drafts = Revision.page_revisions.alias(text=KeyTextTransform("extras", "content")).filter(
            models.Q(content__recording=recording.pk) | other_version
        )
        scheduled = drafts.filter(approved_go_live_at__isnull=False)
        # Page revisions name their page by text.
        pages = [int(page) for page in scheduled.values_list("object_id", flat=True)]
        published = self.model.objects.naming("recording", recording.pk).values("pk")
        has_it = models.Q(recording=recording) | models.Q(latest_revision__in=drafts)
        return self.filter(has_it | models.Q(pk__in=pages) | models.Q(pk__in=published))

    def with_transcript(self, transcript: Transcript) -> Self:
        """Episodes that show this transcript."""
        return self.naming("value", transcript.pk, field="transcripts")
