"""What a stranger may see of the page tree, and what lies hidden with a page above it."""

from __future__ import annotations

from typing import Self

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from cms.reading import once_while_reading


def withdrawn() -> Q:
    """What tells that a page is not, or no longer, to be seen by anybody."""
    return Q(live=False) | Q(expire_at__lte=timezone.now())


def restricted() -> Exists:
    """What tells that a page itself is for some people only; an alias is if its source is."""
    same_page = Q(page=OuterRef("pk")) | Q(page=OuterRef("alias_of"))
    return Exists(PageViewRestriction.objects.filter(same_page))


@once_while_reading
def hidden_branches() -> tuple[str, ...]:
    """The paths of the topmost pages that hide all that lies below them: withdrawn or restricted."""
    tops = Page.objects.filter(withdrawn() | Q(restricted()), numchild__gt=0).order_by("path")
    hidden: list[str] = []
    for path in tops.values_list("path", flat=True):
        # In the order of paths, a page follows those above it.
        if not hidden or not path.startswith(hidden[-1]):
            hidden.append(path)
    return tuple(hidden)


class BasePageQuerySet(PageQuerySet):
    """Page queries that know what a stranger may see."""

    def public_now(self) -> Self:
        """Pages that are published, not expired, under no view restriction, nor below one that is not.

        Wagtail only takes an expired page down when ``publish_scheduled`` runs next, and leaves the
        pages below an unpublished one as they are: for a reader they went with it.
        """
        pages = self.exclude(withdrawn()).exclude(restricted())
        for path in hidden_branches():
            pages = pages.exclude(path__startswith=path)
        return pages
