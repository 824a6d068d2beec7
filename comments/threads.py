"""The comments of a page as readers see them: in threads, in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page

from comments.models import Comment, Status

#: How deep replies are indented; deeper ones stand below the one that they answer, and name it.
DEEPEST: Final = 3
#: What readers see of a comment, and what its place is told by.
SHOWN: Final = (
    "page",
    "parent",
    "name",
    "website",
    "text",
    "status",
    "is_from_practice",
    "created_at",
    "edited_at",
)


@dataclass(slots=True)
class Post:
    """A comment in its place. ``is_gone``: its words are not to be seen, only those that answer it."""

    comment: Comment
    level: int = 1
    is_gone: bool = False
    answers_to: str = ""
    replies: list[Post] = field(default_factory=list)

    @property
    def moment(self) -> str:
        """When it was sent, as HTML wants it: in the time of the site, to the second."""
        return timezone.localtime(self.comment.created_at).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Threads:
    """``count`` are the words that can be read."""

    posts: list[Post]
    count: int


def threads_of(page: Page) -> Threads:
    """Oldest first. What is not approved keeps its place where somebody has answered it."""
    answered = Exists(Comment.objects.filter(parent=OuterRef("pk")))
    shown = Q(status=Status.APPROVED)
    rows = (
        Comment.objects.filter(shown | Q(answered), page=page.pk)
        .only(*SHOWN)
        # In this order an answer follows what it answers, whatever a clock did.
        .order_by("pk")
    )
    posts = {row.pk: Post(row, is_gone=not row.is_approved) for row in rows}
    return Threads(_in_threads(posts), count=sum(not post.is_gone for post in posts.values()))


def _in_threads(posts: dict[int, Post]) -> list[Post]:
    """Without recursion: strangers decide how deep it goes."""
    tops: list[Post] = []
    homes: dict[int, list[Post]] = {}
    needed = _needed(posts)
    for pk, post in posts.items():
        if pk not in needed:
            continue
        parent_id = post.comment.parent_id
        parent = posts.get(parent_id) if parent_id else None
        if parent is None:
            home = tops
        elif parent.level < DEEPEST:
            home = parent.replies
            post.level = parent.level + 1
        else:
            home = homes[parent.comment.pk]
            post.level = DEEPEST
            post.answers_to = "" if parent.is_gone else parent.comment.name
        home.append(post)
        homes[pk] = home
    return tops


def _needed(posts: dict[int, Post]) -> set[int]:
    """What can be read, and all that it answers."""
    needed: set[int] = set()
    for pk, post in posts.items():
        step: int | None = None if post.is_gone else pk
        while step and step in posts and step not in needed:
            needed.add(step)
            step = posts[step].comment.parent_id
    return needed
