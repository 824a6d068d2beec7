"""Editors who publish at the same moment lose nothing of each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

import pytest
from django.db import connection, transaction
from django.test import Client

from podcast.feeds import touch_feeds
from podcast.models import EpisodePage, Feed, FeedItem, Recording, Show
from tests.factories import EpisodePageFactory
from tests.feed_readers import by_feedparser

EDITORS = 8


@pytest.mark.parametrize("first_feed", [True, False], ids=["first feed", "feed already there"])
@pytest.mark.django_db(transaction=True)
def test_episodes_published_at_once_are_all_in_the_feed(
    client: Client, show: Show, recording: Recording, first_feed: bool
) -> None:
    drafts = [
        EpisodePageFactory(parent=show, recording=recording, live=False, slug=f"draft-{number}")
        for number in range(EDITORS)
    ]
    if not first_feed:
        client.get("/podcast/feed.xml")
    start = Barrier(EDITORS, timeout=30)

    def publish(pk: int) -> None:
        try:
            revision = EpisodePage.objects.get(pk=pk).save_revision()
            start.wait()
            revision.publish()
        finally:
            connection.close()

    with ThreadPoolExecutor(EDITORS) as editors:
        list(editors.map(publish, [draft.pk for draft in drafts]))
    # Already built: no reader has to wait for it.
    assert Feed.objects.get().is_current
    items = by_feedparser(client.get("/podcast/feed.xml").content)
    assert {item.guid for item in items} == {str(draft.guid) for draft in drafts}


@pytest.mark.django_db(transaction=True)
def test_a_change_of_what_episodes_use_waits_for_a_build_instead_of_ending_it(
    episode: EpisodePage, recording: Recording
) -> None:
    """A build locks the feed, then its items: who locked an item first would wait for it for ever."""
    touch_feeds(Show.objects.all())
    started = Event()

    def change() -> None:
        try:
            started.set()
            # As the library's view does.
            with transaction.atomic():
                Recording.objects.get(pk=recording.pk).save()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as library:
        with transaction.atomic():
            Feed.objects.select_for_update().get()
            changed = library.submit(change)
            started.wait(30)
            # Time to take what it can get; it makes no difference to one that waits for the feed.
            sleep(0.5)
            FeedItem.objects.update(is_stale=False)
        changed.result(timeout=30)
    assert Feed.objects.get().is_current
    assert not FeedItem.objects.filter(is_stale=True).exists()
