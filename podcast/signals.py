"""What must reach the feed when editors publish, move, hide or change something."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.models import Picture
from podcast.feeds import store_item, store_items, touch_feeds
from podcast.models import EpisodePage, Recording, Show
from podcast.models.episodes import EpisodeQuerySet


def unless_raw(handler: Callable[..., None]) -> Callable[..., None]:
    """Leave rows alone that loaddata brings: what they point at may not be there yet."""

    @wraps(handler)
    def handle(raw: bool = False, **kwargs: Any) -> None:
        if not raw:
            handler(**kwargs)

    return handle


@receiver(page_published, sender=EpisodePage)
def episode_published(instance: EpisodePage, **kwargs: Any) -> None:
    if instance.recording:
        store_item(instance)
    touch_feeds(_shows_of([instance]))


@receiver(page_unpublished, sender=EpisodePage)
@receiver(post_delete, sender=EpisodePage)
def episode_withdrawn(instance: EpisodePage, **kwargs: Any) -> None:
    touch_feeds(_shows_of([instance]))


@receiver(page_published, sender=Show)
def show_published(instance: Show, **kwargs: Any) -> None:
    touch_feeds(Show.objects.filter(pk=instance.pk))


@receiver([page_slug_changed, post_page_move])
def pages_renamed(instance: Page, **kwargs: Any) -> None:
    """Every address below the page is another now."""
    store_items(EpisodePage.objects.descendant_of(instance, inclusive=True).heard())
    shows = Show.objects.descendant_of(instance, inclusive=True)
    touch_feeds(shows | _shows_of([instance]))
    if before := kwargs.get("parent_page_before"):
        touch_feeds(Show.objects.filter(pk=before.pk))


@receiver(post_save, sender=Recording)
@unless_raw
def recording_changed(instance: Recording, **kwargs: Any) -> None:
    _refresh(EpisodePage.objects.filter(recording=instance))


@receiver(post_save, sender=Picture)
@receiver(post_delete, sender=Picture)
@unless_raw
def picture_changed(instance: Picture, **kwargs: Any) -> None:
    _refresh(EpisodePage.objects.filter(artwork=instance.pk))
    touch_feeds(Show.objects.filter(artwork=instance.pk))


@receiver([post_save, post_delete], sender=PageViewRestriction)
@unless_raw
def privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = instance.page
    touch_feeds(Show.objects.descendant_of(page, inclusive=True) | _shows_of([page]))


@receiver(post_save, sender=Site)
@unless_raw
def site_changed(instance: Site, **kwargs: Any) -> None:
    """Feeds hold absolute addresses."""
    below = {"other": instance.root_page, "inclusive": True}
    store_items(EpisodePage.objects.descendant_of(**below).heard())
    touch_feeds(Show.objects.descendant_of(**below))


def _refresh(episodes: EpisodeQuerySet) -> None:
    store_items(episodes.heard())
    touch_feeds(_shows_of(episodes))


def _shows_of(pages: Any) -> QuerySet[Show]:
    """The shows directly above ``pages``."""
    paths = {page.path[: -page.steplen] for page in pages}
    return Show.objects.filter(path__in=paths)
