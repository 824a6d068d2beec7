"""What becomes of a comment that just came: it appears, it waits, or it is taken for spam."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_network
from typing import Final

from django.utils.translation import gettext as _

from comments.models import Comment, CommentSettings, Status

#: From this score on nobody need look at a comment, unless they look through the spam.
SPAM_FROM: Final = 0.95
#: Below this one a returning reader is believed.
BELIEVED_BELOW: Final = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """``remark`` tells moderators why, where it is not the score."""

    status: Status
    remark: str = ""


def judge(
    comment: Comment, settings: CommentSettings, *, network: str, is_trusted: bool
) -> Verdict:
    """On a ``comment`` that has its score; ``network`` as ``cms.visitors`` names it."""
    if remark := _blocked(comment, settings, network):
        return Verdict(Status.SPAM, remark)
    score = comment.score or 0
    if score >= SPAM_FROM:
        return Verdict(Status.SPAM)
    if is_trusted and score < BELIEVED_BELOW:
        return Verdict(Status.APPROVED, _("A returning reader"))
    return Verdict(Status.PENDING)


def _blocked(comment: Comment, settings: CommentSettings, network: str) -> str:
    text = "\n".join([comment.name, comment.website, comment.text]).casefold()
    for word in _lines(settings.blocked_words):
        if word.casefold() in text:
            return _("Blocked word: %(word)s") % {"word": word}
    for sender in _lines(settings.blocked_senders):
        if _is_from(sender, comment.email, network):
            # Which one is not said: it may be an address, and not every moderator may see those.
            return _("Blocked sender")
    return ""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _is_from(sender: str, email: str, network: str) -> bool:
    """Whether ``sender`` (an address, a domain or a network) names one of the two."""
    if "@" in sender:
        return email.casefold() == sender.casefold()
    try:
        blocked = ip_network(sender, strict=False)
    except ValueError:
        domain = email.casefold().rpartition("@")[2]
        return bool(domain) and f".{domain}".endswith(f".{sender.casefold().lstrip('.')}")
    if not network:
        return False
    theirs = ip_network(network)
    return theirs.version == blocked.version and theirs.overlaps(blocked)
