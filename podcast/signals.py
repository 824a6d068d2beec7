"""What must reach the feed when editors publish, move, hide or change something.

A feed is touched before its items are, in one transaction. A build locks them in that order too: so
neither waits for the other for ever, nor takes an item for fresh that was made of what has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import Signal, receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.languages import homes_of
from cms.models import Author, Picture
from comments.signals import site_opened_or_closed
from podcast.feed_items import mark_stale, store_item
from podcast.feeds import touch_feeds
from podcast.models import EpisodePage, Recording, Show, Transcript
from podcast.models.episode_queries import EpisodeQuerySet

Receiver = Callable[..., None]


def saved_or_deleted(sender: Any, *signals: Signal) -> Callable[[Receiver], Receiver]:
    """Like ``receiver``, but deaf while a dump is loaded, when half of what rows point at is missing."""

    def register(receive: Receiver) -> Receiver:
        @receiver(signals, sender=sender)
        @wraps(receive)
        def unless_raw(raw: bool = False, **kwargs: Any) -> None:
            if not raw:
                receive(**kwargs)

        return unless_raw

    return register


@receiver(page_published, sender=EpisodePage)
@transaction.atomic
def episode_published(instance: EpisodePage, **kwargs: Any) -> None:
    touch_feeds(_shows_of([instance]))
    if instance.recording:
        store_item(instance)


@saved_or_deleted(EpisodePage, post_save)
def episode_born_live(instance: EpisodePage, created: bool, **kwargs: Any) -> None:
    """An alias, or a page that code made, is never published."""
    if created and instance.live:
        touch_feeds(_shows_of([instance]))


@receiver(page_unpublished, sender=EpisodePage)
@receiver(post_delete, sender=EpisodePage)
def episode_withdrawn(instance: EpisodePage, **kwargs: Any) -> None:
    # No feed is made for its sake: the show itself may be on its way out.
    touch_feeds(_shows_of([instance]).filter(feed__isnull=False))


@saved_or_deleted(Show, pre_save)
def show_about_to_be_saved(instance: Show, **kwargs: Any) -> None:
    """Note which seasons get another name, while the row still holds the old ones."""
    before = Show.objects.filter(pk=instance.pk).first()
    old, new = before.season_names if before else {}, instance.season_names
    changed = old.items() ^ new.items()
    instance.seasons_renamed = frozenset(number for number, _name in changed)


@receiver(page_published, sender=Show)
def show_published(instance: Show, **kwargs: Any) -> None:
    renamed = EpisodePage.objects.child_of(instance).filter(season__in=instance.seasons_renamed)
    _refresh(renamed, Show.objects.filter(pk=instance.pk))


@receiver([page_slug_changed, post_page_move])
def pages_renamed(instance: Page, **kwargs: Any) -> None:
    """Every address below the page is another now."""
    shows = Show.objects.descendant_of(instance, inclusive=True) | _shows_of([instance])
    if before := kwargs.get("parent_page_before"):
        shows |= Show.objects.filter(pk=before.pk)
    _refresh(EpisodePage.objects.descendant_of(instance, inclusive=True), shows)


@receiver(pre_delete, sender=Recording)
def recording_deleted(instance: Recording, **kwargs: Any) -> None:
    """The database knows which pages use it, but not which drafts do."""
    if episodes := set(EpisodePage.objects.for_recording(instance)):
        raise ProtectedError("An episode uses this recording.", episodes)


@saved_or_deleted(Recording, post_save)
def recording_changed(instance: Recording, **kwargs: Any) -> None:
    named = EpisodePage.objects.naming("recording", instance.pk)
    episodes = EpisodePage.objects.filter(Q(recording=instance) | Q(pk__in=named.values("pk")))
    _refresh(episodes, _shows_of(episodes))


@saved_or_deleted(Picture, post_save)
def picture_changed(instance: Picture, **kwargs: Any) -> None:
    _refresh_picture(instance)


@saved_or_deleted(Author, post_save, post_delete)
def author_changed(instance: Author, **kwargs: Any) -> None:
    """The blocks of who is deleted stay, and say nothing until an editor removes them."""
    _refresh_named("author", instance.pk)


@receiver(pre_delete, sender=Picture)
def picture_deleted(instance: Picture, **kwargs: Any) -> None:
    """After the deletion no page points at it: what shows it is looked up before, and rendered after."""
    _refresh_picture(instance)


@saved_or_deleted(Transcript, post_save)
def transcript_changed(instance: Transcript, **kwargs: Any) -> None:
    episodes = EpisodePage.objects.with_transcript(instance)
    _refresh(episodes, _shows_of(episodes))


@receiver(pre_delete, sender=Transcript)
def transcript_deleted(instance: Transcript, **kwargs: Any) -> None:
    episodes = EpisodePage.objects.with_transcript(instance)
    _refresh(episodes, _shows_of(episodes))


@saved_or_deleted(PageViewRestriction, post_save, post_delete)
def privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = instance.page
    shows = Show.objects.descendant_of(page, inclusive=True) | _shows_of([page])
    # Here too, a show may be on its way out and its restriction with it.
    touch_feeds(shows.filter(feed__isnull=False))


@saved_or_deleted(Site, post_save, post_delete)
def site_changed(instance: Site, **kwargs: Any) -> None:
    """Feeds hold absolute addresses."""
    # Wagtail forgets the old ones too, but only after it has told us.
    Site.clear_site_root_paths_cache()
    _refresh_site(instance)


@receiver(site_opened_or_closed)
def commenting_changed(site: Site, **kwargs: Any) -> None:
    """The items of episodes say where their comments are, unless the site takes none."""
    _refresh_site(site)


def _refresh_site(site: Site) -> None:
    for home in homes_of(site):
        # No feed is made for its sake: the site may go because its pages go.
        shows = Show.objects.descendant_of(home, inclusive=True).filter(feed__isnull=False)
        _refresh(EpisodePage.objects.descendant_of(home, inclusive=True), shows)


@transaction.atomic
def _refresh(episodes: EpisodeQuerySet, shows: QuerySet[Show]) -> None:
    """Have the feeds of ``shows`` built, with the items of ``episodes`` rendered anew."""
    touch_feeds(shows)
    mark_stale(episodes)


def _refresh_picture(picture: Picture) -> None:
    episodes = EpisodePage.objects.with_picture(picture)
    _refresh(episodes, _shows_of(episodes) | Show.objects.with_picture(picture))


def _refresh_named(child: str, pk: int) -> None:
    """Refresh what has it in a chooser called ``child`` among its extras."""
    episodes = EpisodePage.objects.naming(child, pk)
    shows = Show.objects.filter(pk__in=Show.objects.naming(child, pk).values("pk"))
    _refresh(episodes, _shows_of(episodes) | shows)


def _shows_of(pages: Any) -> QuerySet[Show]:
    """The shows directly above ``pages``."""
    paths = {page.path[: -page.steplen] for page in pages}
    return Show.objects.filter(path__in=paths)
