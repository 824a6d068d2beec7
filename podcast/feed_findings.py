"""All that can be found wrong with a feed as apps have it now, in words."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from podcast.feed.changes import Change, FileFacts, Level
from podcast.feed.check import check_feed
from podcast.feed.compare import compare
from podcast.feed.reading import FeedRecord, read_feed
from podcast.feed.render import join, keep_items
from podcast.feed.rules import Finding as Breach
from podcast.feed.rules import check_rules
from podcast.feed_values import channel_of
from podcast.models import Show
from podcast.models.episode_queries import EpisodeQuerySet
from podcast.sentences import Finding, explained

logger = logging.getLogger(__name__)

#: The rules take some milliseconds an episode, and somebody waits for the page.
JUDGED_BY_RULES = 300


def findings_in(show: Show, documents: Sequence[bytes], heard: EpisodeQuerySet) -> list[Finding]:
    """What is wrong with the feed and its archives, whose XML is given, the feed itself first."""
    faults = [
        Finding(Level.ERROR, "refused", fault) for xml in documents for fault in check_feed(xml)
    ]
    served = read_feed(documents[0])
    archived = [item for xml in documents[1:] for item in read_feed(xml).items]
    whole = FeedRecord(served.channel, (*served.items, *archived))
    newest = {item.guid for item in served.items[:JUDGED_BY_RULES]}
    rules = list(check_rules(keep_items(documents[0], newest)))
    ours = f" http://{urlsplit(show.full_url or '').netloc}/"
    foreign = [each for each in rules if each.code != "url-not-https" or ours not in each.message]
    site = [] if len(foreign) == len(rules) else [_without_https()]
    return [*faults, *_unlike_the_pages(show, whole, heard), *site, *_by_rules(foreign)]


def _without_https() -> Finding:
    """Instead of one line for each address of our own."""
    what = _("This site is not served by https.")
    advice = _("Tell whoever runs it. Apps and directories want it.")
    return Finding(Level.WARNING, "site-not-https", what, advice)


def _by_rules(breaches: Iterable[Breach]) -> Iterator[Finding]:
    """What Apple, PSP-1 and the podcast namespace would say: of each kind the first, and how many."""
    by_code: dict[str, list[Breach]] = {}
    for breach in breaches:
        by_code.setdefault(breach.code, []).append(breach)
    for first, *others in by_code.values():
        place = first.title or first.guid or _("The show")
        more = ngettext("And %(n)d more like it.", "And %(n)d more like it.", len(others))
        advice = more % {"n": len(others)} if others else ""
        what = f"{place}: {first.message}"
        yield Finding(Level(first.level.value), first.code, what, advice)


def _unlike_the_pages(show: Show, served: FeedRecord, heard: EpisodeQuerySet) -> list[Finding]:
    """Where what apps have differs from what the pages and files say, and what is wrong in both."""
    facts = heard.values_list("guid", "recording__byte_length", "recording__mime_type")
    files = {str(guid): FileFacts(length, kind) for guid, length, kind in facts}
    now = timezone.now()
    try:
        wanted = read_feed(join(channel_of(show, updated=now), _items(heard)))
    except Exception:
        logger.exception("The feed of show %s cannot be rendered", show.pk)
        return explained([Change(Level.ERROR, "cannot-render", title=show.title)])
    return explained(compare(served, wanted, now=now, files=files))


def _items(heard: EpisodeQuerySet) -> list[str]:
    newest_first = heard.order_by("-first_published_at", "-pk")
    return [xml for xml in newest_first.values_list("feed_item__xml", flat=True) if xml]
