"""What stands around every page of a site: its menu, its legal pages, its feeds, asked in one query."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.http import HttpRequest
from wagtail.models import Page

from cms.feeds import page_types_with_feed
from cms.languages import home_for
from cms.models import BasePageQuerySet
from cms.parts import part


@dataclass(frozen=True, slots=True)
class Furniture:
    """Pages that a stranger may see, not specific, each list in the order of the tree."""

    menu: list[Page] = field(default_factory=list)
    footer: list[Page] = field(default_factory=list)
    feeds: list[Page] = field(default_factory=list)


def furniture(request: HttpRequest | None) -> Furniture:
    """That of the home page which ``request`` asks; header, footer and head of a page share one answer."""
    home = home_for(request)
    if home is None:
        return Furniture()
    return part(request, ("furniture", home.pk), lambda: _furniture_of(home))


def _furniture_of(root: Page) -> Furniture:
    with_feed = {ContentType.objects.get_for_model(each).pk for each in page_types_with_feed()}
    in_menu = Q(depth=root.depth + 1, show_in_menus=True)
    pages = (
        BasePageQuerySet(Page)
        .public_now()
        .descendant_of(root, inclusive=True)
        .annotate(in_footer=F("standardpage__show_in_footer"))
        .filter(in_menu | Q(in_footer=True) | Q(content_type__in=with_feed))
        .order_by("path")
    )
    found = Furniture()
    for page in pages:
        if page.show_in_menus and page.depth == root.depth + 1:
            found.menu.append(page)
        if page.in_footer:
            found.footer.append(page)
        if page.content_type_id in with_feed:
            found.feeds.append(page)
    return found
