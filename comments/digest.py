"""Tells a practice by e-mail which comments wait: once for each, and never more than the settings ask."""

from __future__ import annotations

import logging
from textwrap import indent
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import ngettext
from wagtail.models import Site

from cms.languages import homes_of
from comments.models import Comment, CommentSettings
from comments.models.comments import CommentQuerySet

logger = logging.getLogger(__name__)

#: So many are quoted, cut to so many characters.
QUOTED, QUOTED_CHARACTERS = 10, 200


def tell_moderators() -> int:
    """Mail each site's digest where there is anything that was in none before; return how many went out.

    It tells what waits, and what appeared unread since its readers are trusted. An address or a server that
    fails holds up nobody else; a site of which no mail went out is told the next time.
    """
    told = 0
    for wished in CommentSettings.objects.exclude(digest_to="").select_related("site"):
        now = timezone.now()
        waiting = waiting_at(wished.site)
        new, appeared = _since(wished, waiting), _since(wished, appeared_at(wished.site))
        if not new.exists() and not appeared.exists():
            continue
        sent = _send(wished, waiting, new, appeared)
        if sent:
            # Not saved: that would begin another edition of all pages.
            CommentSettings.objects.filter(pk=wished.pk).update(told_at=now)
        told += sent
    return told


def _since(wished: CommentSettings, comments: CommentQuerySet) -> CommentQuerySet:
    return comments.filter(created_at__gt=wished.told_at) if wished.told_at else comments


def waiting_at(site: Site) -> CommentQuerySet:
    """What waits below the home pages of ``site``."""
    return Comment.objects.pending().filter(_below(site))


def appeared_at(site: Site) -> CommentQuerySet:
    """What readers see below them on which nobody has decided: those who wrote it are trusted."""
    by_trust = Comment.objects.approved().filter(decided_at=None, is_from_practice=False)
    return by_trust.filter(_below(site))


def _below(site: Site) -> Q:
    below = Q()
    for home in homes_of(site):
        below |= Q(page__path__startswith=home.path)
    return below


def _send(
    wished: CommentSettings,
    waiting: CommentQuerySet,
    new: CommentQuerySet,
    appeared: CommentQuerySet,
) -> int:
    """One mail for each address, so that a bad one is no fault of the others; return how many went out."""
    with translation.override(settings.LANGUAGE_CODE):
        subject = _subject(waiting.count(), appeared.count())
        body = render_to_string(
            "email/comment_digest.txt",
            {
                **_quoted("excerpts", new),
                **_quoted("appeared", appeared),
                # The queue shows what waits unless it is asked for something else.
                "queue_url": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('comments_admin:list')}",
            },
        )
    to = [address.strip() for address in wished.digest_to.split(",") if address.strip()]
    return sum(_mail(subject, body, address, wished.site) for address in to)


def _mail(subject: str, body: str, address: str, site: Site) -> bool:
    try:
        EmailMessage(
            subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"}
        ).send()
    except Exception as error:
        # Whatever a mail server does. The address stands in the settings, and in no log.
        logger.error("A digest of comments at %s was not sent: %s", site, type(error).__name__)
        return False
    return True


def _subject(waiting: int, appeared: int) -> str:
    if not waiting:
        text = ngettext(
            "%(count)d comment has appeared", "%(count)d comments have appeared", appeared
        )
        return text % {"count": appeared}
    text = ngettext("%(count)d comment is waiting", "%(count)d comments are waiting", waiting)
    return text % {"count": waiting}


def _quoted(name: str, comments: CommentQuerySet) -> dict[str, Any]:
    """Those that look least like spam first, and how many more there are."""
    quoted = comments.select_related("page").order_by("score", "pk")[:QUOTED]
    excerpts = [_excerpt(comment) for comment in quoted]
    return {name: excerpts, f"more_{name}": comments.count() - len(excerpts)}


def _excerpt(comment: Comment) -> str:
    """Whose words they are is to be seen in every line, or a reader could add to what we say."""
    heading = " ".join(f"{comment.name} – {comment.page.title}".split())
    words = "\n".join(Truncator(comment.text).chars(QUOTED_CHARACTERS).splitlines())
    return f"{heading}\n{indent(words, '> ', lambda _line: True)}"
