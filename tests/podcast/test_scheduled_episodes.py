"""A scheduled episode reaches the feed with its planned date, whatever happens to another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from cms.scheduling import run_schedule
from podcast.models import EpisodePage, Feed, FeedItem, Recording, Show
from tests.factories import EpisodePageFactory
from tests.feed_readers import by_feedparser


def planned(show: Show, recording: Recording, slug: str, hours_ago: int) -> EpisodePage:
    moment = (timezone.now() - timedelta(hours=hours_ago)).replace(microsecond=0)
    episode = EpisodePageFactory(
        parent=show, recording=recording, slug=slug, live=False, first_published_at=None
    )
    episode.go_live_at = moment
    episode.save_revision(approved_go_live_at=moment)
    return episode


@pytest.mark.django_db(transaction=True)
def test_the_feed_gives_a_scheduled_episode_the_date_that_was_planned(
    client: Client, show: Show, recording: Recording
) -> None:
    episode = planned(show, recording, "late", hours_ago=3)
    run_schedule()
    # Stored already, so that no reader has to wait for it.
    assert Feed.objects.get().is_current
    assert FeedItem.objects.get().episode == episode
    (item,) = by_feedparser(client.get("/podcast/feed.xml").content)
    assert item.published == episode.go_live_at


@pytest.mark.django_db(transaction=True)
def test_an_episode_whose_recording_vanished_blocks_no_other_and_keeps_its_schedule(
    client: Client, show: Show, recording: Recording
) -> None:
    lost = planned(show, recording, "lost", hours_ago=2)
    revision = lost.revisions.get()
    # What no form allows and a hand in the database can do.
    revision.content["recording"] = recording.pk + 1
    revision.save()
    good = planned(show, recording, "good", hours_ago=1)
    outcome = run_schedule()
    assert [job.pk for job in outcome.failed] == [revision.pk]
    revision.refresh_from_db()
    assert revision.approved_go_live_at == lost.go_live_at
    items = by_feedparser(client.get("/podcast/feed.xml").content)
    assert [item.guid for item in items] == [str(good.guid)]
    connection.check_constraints()
