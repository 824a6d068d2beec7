"""Keeps the addresses at which pages with a feed have lived; tells the search, and who draws, what comes out."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, Site
from wagtail.signals import page_published, page_slug_changed, post_page_move

from cms.drawing import draw_later
from cms.feeds import pages_with_feed_below
from cms.languages import homes_of
from cms.models import FormerAddress, PageWithFeed
from cms.search.writing import write_entries


@receiver(post_save)
def page_with_feed_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if isinstance(instance, PageWithFeed) and instance.live and not raw:
        FormerAddress.objects.remember(instance)


@receiver([page_slug_changed, post_page_move])
def pages_moved(instance: Page, **kwargs: Any) -> None:
    for page in pages_with_feed_below(instance):
        FormerAddress.objects.remember(page)


@receiver(post_save, sender=Site)
def site_saved(instance: Site, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    # Wagtail forgets the old addresses too, but only after it has told us.
    Site.clear_site_root_paths_cache()
    for home in homes_of(instance):
        for page in pages_with_feed_below(home):
            FormerAddress.objects.remember(page)


@receiver(page_published)
def words_published(instance: Page, **kwargs: Any) -> None:
    """Tags are saved after their page, when its words have been written already."""
    write_entries([instance])


@receiver(page_published)
def pictures_published(instance: Page, **kwargs: Any) -> None:
    draw_later(instance)
