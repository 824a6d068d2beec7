"""Links to pages inside rich text, without a question for each of them."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from cms.languages import language_of


class PageLinks(PageLinkHandler):
    """Wagtail's own, which asks anew for every link which language is being read."""

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
