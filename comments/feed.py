"""The newest comments of a page, or of a whole site, as a feed that everybody may read.

Titles are in the language that is spoken when they are made.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final
from urllib.parse import urljoin
from uuid import uuid5

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.feeds import BuiltFeed
from cms.languages import homes_of
from cms.models import BasePageQuerySet, SiteSettings
from cms.packing import pack
from cms.syndication import NewsChannel, NewsItem, render_news_feed
from comments.addresses import comments_feed_url, comments_url
from comments.models import Comment, Commented, CommentSettings
from comments.models.comments import CommentQuerySet
from comments.openness import welcomes_comments
from comments.texts import as_html

COMMENTS_IN_FEED: Final = 50
#: Some readers take a title for text, others for HTML. Without these it is the same to both.
_NO_TAGS: Final = str.maketrans("<>", "‹›")


def page_feed(page: Commented) -> BuiltFeed | None:
    """The comments of ``page``; None where there are none and none are wanted."""
    site = page.get_site()
    comments = _newest(Comment.objects.filter(page=page.pk))
    if not comments and not welcomes_comments(page, CommentSettings.for_site(site)):
        return None
    return _feed(
        comments,
        title=_titled(site, _("Comments on “%(page)s”") % {"page": page.title}),
        link=comments_url(page.full_url),
        feed_url=comments_feed_url(page.full_url, page.pk),
        language=page.locale.language_code,
    )


def site_feed(site: Site) -> BuiltFeed:
    """The comments of all pages of ``site`` that a stranger may see now, in every language."""
    below = Q()
    for home in homes_of(site):
        below |= Q(path__startswith=home.path)
    pages = BasePageQuerySet(Page).public_now().filter(below)
    return _feed(
        _newest(Comment.objects.filter(page__in=pages.values("pk"))),
        title=_titled(site, _("Comments")),
        link=site.root_page.full_url,
        feed_url=urljoin(site.root_url, reverse("comments_feed")),
        language=site.root_page.locale.language_code,
    )


def _newest(comments: CommentQuerySet) -> list[Comment]:
    """Without what no feed may say."""
    newest = comments.approved().order_by("-created_at", "-pk").select_related("page")
    return list(newest.defer("email", "digest", "sender", "returning", "remark")[:COMMENTS_IN_FEED])


def _titled(site: Site | None, title: str) -> str:
    """With the practice's name, as a list of feeds shows nothing else."""
    practice = SiteSettings.for_site(site).practice_name
    return f"{practice}: {title}" if practice else title


def _feed(
    comments: list[Comment], *, title: str, link: str, feed_url: str, language: str
) -> BuiltFeed:
    changes = [_last_change(comment) for comment in comments]
    channel = NewsChannel(
        title=title,
        description=_("What readers say, the newest first."),
        feed_url=feed_url,
        link=link,
        language=language,
        updated=max(changes, default=datetime.fromtimestamp(0, UTC)),
        stylesheet_url=reverse("feed_stylesheet"),
    )
    # No date: a withdrawn comment leaves none, and who asked by date would keep it for ever.
    return BuiltFeed(pack([render_news_feed(channel, [_item(comment) for comment in comments])]))


def _last_change(comment: Comment) -> datetime:
    """When readers could see the comment as it is."""
    moments = [comment.created_at, comment.edited_at, comment.decided_at]
    return max(moment for moment in moments if moment)


def _item(comment: Comment) -> NewsItem:
    name = comment.name.translate(_NO_TAGS)
    return NewsItem(
        # Stable for life, and nobody else's: a page has its key for itself.
        guid=uuid5(comment.page.translation_key, f"comment {comment.pk}"),
        title=_("%(name)s on “%(page)s”") % {"name": name, "page": comment.page.title},
        link=f"{comment.page.full_url}#{comment.anchor}",
        published=comment.created_at,
        updated=comment.edited_at,
        author=name,
        # The whole comment: it is what readers look for in a description, and said twice it is no more.
        summary=as_html(comment.text),
    )
