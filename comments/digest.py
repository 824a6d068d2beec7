"""Tells a practice by e-mail which comments wait: once for each, and never more than the settings ask."""

from __future__ import annotations

from textwrap import indent

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

#: So many are quoted, cut to so many characters.
QUOTED, QUOTED_CHARACTERS = 10, 200


def tell_moderators() -> int:
    """Send each site's digest where something waits that was in none before; return how many were sent."""
    told = 0
    for wished in CommentSettings.objects.exclude(digest_to="").select_related("site"):
        now = timezone.now()
        waiting = waiting_at(wished.site)
        new = waiting.filter(created_at__gt=wished.told_at) if wished.told_at else waiting
        if not new.exists():
            continue
        _send(wished, waiting, new)
        # Not saved: that would begin another edition of all pages.
        CommentSettings.objects.filter(pk=wished.pk).update(told_at=now)
        told += 1
    return told


def waiting_at(site: Site) -> CommentQuerySet:
    """What waits below the home pages of ``site``."""
    below = Q()
    for home in homes_of(site):
        below |= Q(page__path__startswith=home.path)
    return Comment.objects.pending().filter(below)


def _send(wished: CommentSettings, waiting: CommentQuerySet, new: CommentQuerySet) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        count = waiting.count()
        subject = ngettext(
            "%(count)d comment is waiting", "%(count)d comments are waiting", count
        ) % {"count": count}
        # Those that look least like spam first.
        quoted = new.select_related("page").order_by("score", "pk")[:QUOTED]
        context = {
            "excerpts": [_excerpt(comment) for comment in quoted],
            "more": new.count() - len(quoted),
            # The queue shows what waits unless it is asked for something else.
            "queue_url": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('comments_admin:list')}",
        }
        EmailMessage(
            subject=subject,
            body=render_to_string("email/comment_digest.txt", context),
            to=[address.strip() for address in wished.digest_to.split(",") if address.strip()],
            headers={"Auto-Submitted": "auto-generated"},
        ).send()


def _excerpt(comment: Comment) -> str:
    """Whose words they are is to be seen in every line, or a reader could add to what we say."""
    heading = " ".join(f"{comment.name} – {comment.page.title}".split())
    words = "\n".join(Truncator(comment.text).chars(QUOTED_CHARACTERS).splitlines())
    return f"{heading}\n{indent(words, '> ', lambda _line: True)}"
