"""Editors who publish at the same moment lose nothing of each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from podcast.models import EpisodePage, Feed, Recording, Show
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
