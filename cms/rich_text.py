"""Links to pages inside rich text: without a question for each of them, and none to a page that is gone."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from cms.languages import language_of
from cms.models import BasePageQuerySet


class PageLinks(PageLinkHandler):
    """Wagtail's own, which asks anew for every link which language is being read."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Page | None]:
        """The pages, None for one that answers nobody; a private one asks who its reader is."""
        keys = [str(attrs.get("id")) for attrs in attrs_list]
        pages = BasePageQuerySet(Page).not_withdrawn().filter(pk__in=filter(str.isdecimal, keys))
        found = {str(page.pk): page for page in pages.defer_streamfields().specific()}
        return [found.get(key) for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return [_opening(page) for page in cls.get_many(attrs_list)]


def register_page_links(features: FeatureRegistry) -> None:
    features.register_link_type(PageLinks)


def _opening(page: Page | None) -> str:
    if page is None:
        return "<a>"
    read = page if language_of(page) == get_language() else page.localized
    return f'<a href="{escape(read.url)}">'
