"""What the feed of many pages says of their comments, in as many queries as for one page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count
from wagtail.models import Site

from comments.addresses import comments_feed_url, comments_url
from comments.models import Comment, Commented, CommentSettings
from comments.openness import takes_comments


@dataclass(frozen=True, slots=True)
class Talk:
    """The comments of a page: where they are, where they are as a feed, and how many can be read."""

    url: str
    feed_url: str
    count: int


def talk_of(pages: Collection[Commented], site: Site | None) -> dict[int, Talk]:
    """By the key of the page; without those that have no comments and take none."""
    settings = CommentSettings.for_site(site)
    rows = Comment.objects.approved().filter(page__in=[page.pk for page in pages])
    counts = dict(rows.values_list("page").annotate(count=Count("pk")))
    return {
        page.pk: Talk(
            comments_url(page.full_url),
            comments_feed_url(page.full_url, page.pk),
            counts.get(page.pk, 0),
        )
        for page in pages
        if page.pk in counts or takes_comments(page, settings)
    }
