"""What every page shows of the rest of the site: menu, footer, feeds, and a page in one sentence."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.text import Truncator
from wagtail.models import Page

from cms.feeds import pages_with_feed
from cms.languages import home_for
from cms.models import BasePageQuerySet, StandardPage
from cms.stylesheet import stylesheet

register = template.Library()

# Search engines cut a description after about this many characters.
DESCRIPTION_LENGTH = 160
# What the page types call the text that says what a page is about, best first.
DESCRIBING_FIELDS = ("search_description", "lead", "summary", "introduction", "description")


@register.inclusion_tag("includes/main_menu.html", takes_context=True)
def main_menu(context: Context) -> dict[str, Any]:
    """Links to the children of the home page that editors put in the menus."""
    root = home_for(context.get("request"))
    items = BasePageQuerySet(Page).public_now().child_of(root).in_menu() if root else ()
    return {**_where_we_are(context), "items": items}


@register.inclusion_tag("includes/footer_menu.html", takes_context=True)
def footer_menu(context: Context) -> dict[str, Any]:
    """Links to the legal pages."""
    root = home_for(context.get("request"))
    pages = StandardPage.objects.public_now().filter(show_in_footer=True)
    return {**_where_we_are(context), "items": pages.descendant_of(root) if root else ()}


@register.inclusion_tag("includes/feed_links.html", takes_context=True)
def feed_links(context: Context) -> dict[str, Any]:
    """What lets browsers and podcast apps find every feed in this language from any of its pages."""
    home = home_for(context.get("request"))
    return {"pages": pages_with_feed(home) if home else ()}


@register.simple_tag
def stylesheet_url() -> str:
    """The address of the site's stylesheet, which changes with its content."""
    return reverse("stylesheet", args=[stylesheet().etag])


@register.filter
def described(page: Page) -> str:
    """One or two sentences on what ``page`` is about, as plain text; "" where nobody wrote any."""
    texts = (getattr(page, field, "") for field in DESCRIBING_FIELDS)
    text = next((text for text in texts if text), "")
    return Truncator(" ".join(text.split())).chars(DESCRIPTION_LENGTH)


@register.filter
def is_within(page: Page | None, ancestor: Page) -> bool:
    """Whether ``page`` lies somewhere under ``ancestor``."""
    return isinstance(page, Page) and page.is_descendant_of(ancestor)


def _where_we_are(context: Context) -> dict[str, Any]:
    return {"request": context.get("request"), "page": context.get("page")}
