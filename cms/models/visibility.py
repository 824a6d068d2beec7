"""What a stranger may see of the page tree, and what lies hidden with a page above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from django.db import connection
from django.db.models import Q
from django.utils import timezone
from wagtail.query import PageQuerySet

from cms.reading import once_while_reading

#: Written out, since every page and every search begins with it and Django takes ten times as long to
#: put it together as a database to answer it. Indexes find all of it: that of pages with children is
#: our own (cms/migrations/0007_search.py), and SQLite uses it for a literal 0 alone.
_HIDDEN: Final = """
WITH RECURSIVE restricted(id) AS (
    SELECT page_id FROM wagtailcore_pageviewrestriction
    UNION SELECT page.id FROM wagtailcore_page page JOIN restricted ON page.alias_of_id = restricted.id
)
SELECT id, path, TRUE, FALSE FROM wagtailcore_page
WHERE numchild > 0 AND (NOT live OR expire_at <= %s)
UNION SELECT page.id, path, numchild > 0, TRUE FROM wagtailcore_page page JOIN restricted ON page.id = restricted.id
"""

_AMONG: Final = """
SELECT id, content_type_id, path FROM wagtailcore_page
WHERE id IN ({keys}) AND live AND (expire_at IS NULL OR expire_at > %s)
"""


def withdrawn() -> Q:
    """What tells that a page is not, or no longer, to be seen by anybody."""
    return Q(live=False) | Q(expire_at__lte=timezone.now())


class HiddenPage(NamedTuple):
    """A page that strangers may not see: for some people only, or withdrawn with what lies below it."""

    key: int
    path: str
    has_children: bool
    is_restricted: bool


@dataclass(frozen=True, slots=True)
class Hidden:
    """What strangers may not see, but for withdrawn pages with none below them: their rows say it."""

    withdrawn: tuple[str, ...]
    restricted: tuple[str, ...]
    branches: tuple[str, ...]
    single: frozenset[int]

    @classmethod
    def of(cls, pages: Iterable[HiddenPage]) -> Self:
        in_order = sorted(pages, key=lambda page: page.path)
        return cls(
            withdrawn=tuple(page.path for page in in_order if not page.is_restricted),
            restricted=tuple(page.path for page in in_order if page.is_restricted),
            branches=_outermost(page.path for page in in_order if page.has_children),
            single=frozenset(page.key for page in in_order if not page.has_children),
        )

    def hides(self, page: PublicPage) -> bool:
        return page.key in self.single or page.path.startswith(self.branches)


@once_while_reading
def hidden_pages() -> Hidden:
    """All of them, asked in one query: they are few. An alias is for those whom its source is for."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(_HIDDEN, [now])
        return Hidden.of(HiddenPage(*row) for row in cursor)


class PublicPage(NamedTuple):
    """A page that strangers may see; ``content_type`` is the key of its type."""

    key: int
    content_type: int
    path: str


def public_among(keys: Iterable[int]) -> list[PublicPage]:
    """Those of ``public_now()`` that have ``keys``, in no order: what a search of thousands asks."""
    # Numbers alone are written into it: as parameters they would be too many.
    numbers = ",".join(str(int(key)) for key in keys)
    if not numbers:
        return []
    hidden = hidden_pages()
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(_AMONG.format(keys=numbers), [now])
        return [page for page in map(PublicPage._make, cursor) if not hidden.hides(page)]


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """Those of ``paths``, which are in order, that lie below no other."""
    found: list[str] = []
    for path in paths:
        # In this order, a page follows those above it.
        if not found or not path.startswith(found[-1]):
            found.append(path)
    return tuple(found)


class BasePageQuerySet(PageQuerySet):
    """Page queries that know what a stranger may see."""

    def public_now(self) -> Self:
        """Pages that are published, not expired, under no view restriction, nor below one that is not.

        Wagtail only takes an expired page down when ``publish_scheduled`` runs next, and leaves the
        pages below an unpublished one as they are: for a reader they went with it.
        """
        hidden = hidden_pages()
        pages = self.exclude(withdrawn())
        if hidden.single:
            pages = pages.exclude(pk__in=hidden.single)
        return pages._outside_of(hidden.branches)

    def not_withdrawn(self) -> Self:
        """``public_now()`` and those pages that some people may see, once they have said who they are."""
        return self.exclude(withdrawn())._outside_of(hidden_pages().withdrawn)

    def for_reading(self) -> Self:
        """With the rows of other tables that a page of this type shows of itself."""
        return self

    def _outside_of(self, branches: Iterable[str]) -> Self:
        pages = self
        for path in branches:
            pages = pages.exclude(path__startswith=path)
        return pages
