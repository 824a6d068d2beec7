"""What a stranger may see of the page tree, and what lies hidden with a page above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
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


@dataclass(frozen=True, slots=True)
class HiddenBranches:
    """Paths of pages that hide all that lies below them."""

    withdrawn: tuple[str, ...]
    restricted: tuple[str, ...]

    @property
    def outermost(self) -> list[str]:
        """Those of both kinds that lie below no other."""
        paths: list[str] = []
        for path in sorted({*self.withdrawn, *self.restricted}):
            # In this order, a page follows those above it.
            if not paths or not path.startswith(paths[-1]):
                paths.append(path)
        return paths


@once_while_reading
def hidden_branches() -> HiddenBranches:
    """All of them, in one query: they are few."""
    tops = Page.objects.filter(numchild__gt=0).annotate(
        is_withdrawn=ExpressionWrapper(withdrawn(), BooleanField()), is_restricted=restricted()
    )
    rows = list(
        tops.filter(Q(is_withdrawn=True) | Q(is_restricted=True)).values_list(
            "path", "is_withdrawn", "is_restricted"
        )
    )
    return HiddenBranches(
        withdrawn=tuple(path for path, is_withdrawn, _restricted in rows if is_withdrawn),
        restricted=tuple(path for path, _withdrawn, is_restricted in rows if is_restricted),
    )


class BasePageQuerySet(PageQuerySet):
    """Page queries that know what a stranger may see."""

    def public_now(self) -> Self:
        """Pages that are published, not expired, under no view restriction, nor below one that is not.

        Wagtail only takes an expired page down when ``publish_scheduled`` runs next, and leaves the
        pages below an unpublished one as they are: for a reader they went with it.
        """
        pages = self.exclude(withdrawn()).exclude(restricted())
        return pages._outside_of(hidden_branches().outermost)

    def not_withdrawn(self) -> Self:
        """``public_now()`` and those pages that some people may see, once they have said who they are."""
        return self.exclude(withdrawn())._outside_of(hidden_branches().withdrawn)

    def for_reading(self) -> Self:
        """With the rows of other tables that a page of this type shows of itself."""
        return self

    def _outside_of(self, branches: Iterable[str]) -> Self:
        pages = self
        for path in branches:
            pages = pages.exclude(path__startswith=path)
        return pages
