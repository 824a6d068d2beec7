"""Which pages of a site search engines should know, when each was changed and which picture it shows.

In the form of https://www.sitemaps.org/protocol.html: a list, or an index of lists where it is long.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urljoin

from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.models import Page, Site

from cms.about import CARD_SPEC, picture_fields
from cms.models import BasePageQuerySet, Picture, Rendition

#: Of the 50,000 that the protocol allows: a list of this length is made and read quickly.
PAGES_IN_LIST: Final = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """An address, when it was last changed, and the address of its picture; all absolute."""

    location: str
    changed: datetime | None
    picture: str = ""


def pages_of(site: Site) -> BasePageQuerySet:
    """The pages of ``site`` that a stranger may see, in all languages, in a lasting order.

    No aliases: what they show is found at another address.
    """
    home = site.root_page
    pages = BasePageQuerySet(Page).public_now().descendant_of(home, inclusive=True)
    for translation in home.get_translations():
        pages |= BasePageQuerySet(Page).public_now().descendant_of(translation, inclusive=True)
    return pages.filter(alias_of=None).order_by("path")


def last_changes(site: Site) -> list[datetime | None]:
    """When each list was last changed, in the order of the lists; one list where there are no pages."""
    changed = Coalesce(F("last_published_at"), F("latest_revision_created_at"))
    moments = list(pages_of(site).values_list(changed, flat=True))
    starts = range(
        0, PAGES_IN_LIST * max(1, math.ceil(len(moments) / PAGES_IN_LIST)), PAGES_IN_LIST
    )
    return [
        max(filter(None, moments[start : start + PAGES_IN_LIST]), default=None) for start in starts
    ]


def entries(request: HttpRequest, site: Site, number: int) -> Iterator[Entry]:
    """The entries of list ``number``, counted from 1; as many queries for a thousand pages as for one."""
    start = (number - 1) * PAGES_IN_LIST
    # The types without their own columns: what they hold beyond a page is only their pictures.
    pages = list(pages_of(site)[start : start + PAGES_IN_LIST].specific(defer=True))
    pictures = _pictures(pages, base=site.root_url)
    for page in pages:
        for url in page.get_sitemap_urls(request):
            yield Entry(url["location"], url.get("lastmod"), pictures.get(page.pk, ""))


def _pictures(pages: Sequence[Page], *, base: str) -> dict[int, str]:
    """The address of the picture of each page that has one, by the page's key.

    As it is shown to those who share the page, or as it was uploaded where nobody has seen it yet.
    """
    chosen: dict[int, int] = {}
    for page_type, field in picture_fields().items():
        keys = [page.pk for page in pages if type(page) is page_type]
        having = page_type.objects.filter(pk__in=keys, **{f"{field}__isnull": False})
        chosen |= dict(having.values_list("pk", f"{field}_id"))
    pictures = Picture.objects.filter(pk__in=set(chosen.values()))
    # With its sides, for which Django would ask picture by picture.
    fields = pictures.only("file", "width", "height")
    urls = {picture.pk: picture.file.url for picture in fields}
    drawn = Rendition.objects.filter(image__in=urls, filter_spec=CARD_SPEC)
    urls |= {rendition.image_id: rendition.file.url for rendition in drawn}
    return {page: urljoin(base, urls[picture]) for page, picture in chosen.items()}
