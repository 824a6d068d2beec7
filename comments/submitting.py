"""Takes a comment that a reader, or the practice, has written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.plain_form import LINK
from cms.throttle import Limit
from comments.alerts.tasks import tell_later
from comments.deciding import shown_words_changed
from comments.judging import judge
from comments.models import Comment, CommentSettings, ReplyAlert, Status
from comments.models.comments import CommentQuerySet
from comments.openness import takes_comments
from comments.senders import mark_of
from comments.spam.learning import score_of
from comments.texts import digest_of
from comments.trust import is_trusted
from users.models import User

AN_HOUR: Final = 60 * 60
OF_A_NETWORK: Final = Limit("comments from {}", 5, 10 * 60)
OF_A_PAGE: Final = Limit("comments on {}", 20, AN_HOUR)
#: Many networks can be hired; this one holds against all of them together.
OF_A_SITE: Final = Limit("comments at {}", 120, AN_HOUR)

#: Within this time the same words again are the same comment: somebody pressed the button twice.
TWICE: Final = timedelta(minutes=15)
#: Within this time the same words from somebody else, or elsewhere, are not worth a second look.
REPEATED: Final = timedelta(days=1)
#: Two readers may well say "Thank you!"; from so many characters on, nobody says the same by chance.
CHANCE_ENDS: Final = 40


class Refused(Exception):
    """A comment was not taken; nothing of it is stored."""


class Closed(Refused):
    """The page takes no comments, or no longer."""


class TooMany(Refused):
    """Too many have come from there, on the page, or at all; ``seconds`` until the next may be taken.

    ``riddle_helps`` where that was not the fault of who sends this one: a solved riddle lets it through.
    """

    def __init__(self, seconds: int, *, riddle_helps: bool) -> None:
        super().__init__(seconds)
        self.seconds, self.riddle_helps = seconds, riddle_helps


class Repeated(Refused):
    """The same words have been sent before."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader typed, cleaned."""

    name: str
    email: str
    text: str
    website: str = ""
    wants_replies: bool = False


def submit(
    *,
    page: Page,
    parent: Comment | None,
    words: Words,
    settings: CommentSettings,
    network: str,
    returning: str = "",
    has_solved: bool = False,
) -> Comment:
    """Store the comment of a reader at ``network`` (``cms.visitors``) on a specific, public page.

    ``parent`` is an approved comment on the same page, ``returning`` the mark of the browser
    (``comments.trust``), and ``has_solved`` whether it has solved a riddle (``comments.riddle``). Raises
    Closed, TooMany or Repeated. What was sent twice within minutes is returned as it was stored.
    """
    if not takes_comments(page, settings):
        raise Closed
    _throttle(page, settings, network, has_solved=has_solved)
    comment = Comment(
        page_id=page.pk,
        parent=parent,
        name=words.name,
        email=words.email,
        website=words.website,
        text=words.text,
        sender=mark_of(network),
        returning=returning,
    )
    comment.score = score_of(comment)
    verdict = judge(comment, settings, network=network, is_trusted=is_trusted(returning, settings))
    comment.status, comment.remark = verdict.status, verdict.remark
    return _store_once(comment, wants_replies=words.wants_replies)


@transaction.atomic
def reply_as_practice(*, parent: Comment, text: str, name: str, user: User | None) -> Comment:
    """Answer ``parent`` in the name of the practice; it appears at once.

    What was sent twice within minutes is returned as it was stored.
    """
    _one_at_a_time(parent.page_id)
    ours = Comment.objects.approved().filter(is_from_practice=True, parent=parent)
    if twin := _just_said(ours, text):
        return twin
    comment = Comment(
        page_id=parent.page_id,
        parent=parent,
        name=name,
        text=text,
        written_by=user,
        is_from_practice=True,
        status=Status.APPROVED,
        decided_by=user,
        decided_at=timezone.now(),
    )
    return _store(comment)


@transaction.atomic
def _store_once(comment: Comment, *, wants_replies: bool) -> Comment:
    """Whoever pressed the button twice gets what came first, and nobody else gets theirs.

    It comes with the right to change it, so the same name, address and words are not enough: anybody
    could type those.
    """
    _one_at_a_time(comment.page_id)
    theirs = Comment.objects.exclude(sender="").exclude(status=Status.REMOVED)
    same = theirs.filter(
        page=comment.page_id,
        parent=comment.parent,
        sender=comment.sender,
        name=comment.name,
        email__iexact=comment.email,
    )
    if twin := _just_said(same, comment.text):
        return twin
    if _is_repeated(comment.text):
        raise Repeated
    return _store(comment, wants_replies=wants_replies)


def _one_at_a_time(page_id: int) -> None:
    """Two presses of a button arrive side by side; until this one is stored, the other waits."""
    Page.objects.select_for_update(no_key=True).get(pk=page_id)


def _just_said(comments: CommentQuerySet, text: str) -> Comment | None:
    since = timezone.now() - TWICE
    return comments.filter(digest=digest_of(text), created_at__gt=since).first()


def _store(comment: Comment, *, wants_replies: bool = False) -> Comment:
    comment.save()
    if wants_replies:
        ReplyAlert.objects.create(comment=comment)
    if comment.is_approved:
        tell_later(comment)
        shown_words_changed(comment)
    return comment


def _is_repeated(text: str) -> bool:
    if len(text) < CHANCE_ENDS and not LINK.search(text):
        return False
    since = timezone.now() - REPEATED
    return Comment.objects.filter(digest=digest_of(text), created_at__gt=since).exists()


def _throttle(page: Page, settings: CommentSettings, network: str, *, has_solved: bool) -> None:
    """The narrowest first: who is turned away there takes nothing from the others.

    What all share is soon used up by a flood, which would keep honest readers out as well. They get past
    it by some seconds of their browser's work, which cost who sends thousands a lot.
    """
    # Where nobody says who asks, all would share what is one household's.
    if network:
        _take(OF_A_NETWORK, network, riddle_helps=False)
    if not has_solved:
        _take(OF_A_PAGE, page.pk, riddle_helps=True)
        _take(OF_A_SITE, settings.site_id, riddle_helps=True)


def _take(limit: Limit, who: object, *, riddle_helps: bool) -> None:
    if not limit.allow(who):
        raise TooMany(limit.seconds_for_one, riddle_helps=riddle_helps)
