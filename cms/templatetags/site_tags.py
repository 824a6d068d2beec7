"""What every page shows of the rest of the site: menu, footer, feeds, and a page in one sentence."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from wagtail.models import Page, Site

from cms.descriptions import description_of
from cms.feeds import pages_with_feed
from cms.models import BasePageQuerySet, StandardPage
from cms.stylesheet import stylesheet

register = template.Library()
register.filter("described", description_of)


@register.inclusion_tag("includes/main_menu.html", takes_context=True)
def main_menu(context: Context) -> dict[str, Any]:
    """Links to the children of the site's root that editors put in the menus."""
    root = _site_root(context)
    items = BasePageQuerySet(Page).public_now().child_of(root).in_menu() if root else ()
    return {**_where_we_are(context), "items": items}


@register.inclusion_tag("includes/footer_menu.html", takes_context=True)
def footer_menu(context: Context) -> dict[str, Any]:
    """Links to the legal pages."""
    root = _site_root(context)
    pages = StandardPage.objects.public_now().filter(show_in_footer=True)
    return {**_where_we_are(context), "items": pages.descendant_of(root) if root else ()}


@register.inclusion_tag("includes/feed_links.html", takes_context=True)
def feed_links(context: Context) -> dict[str, Any]:
    """What lets browsers and podcast apps find every feed of the site from any of its pages."""
    site = _site(context)
    return {"pages": pages_with_feed(site) if site else ()}


@register.simple_tag
def stylesheet_url() -> str:
    """The address of the site's stylesheet, which changes with its content."""
    return reverse("stylesheet", args=[stylesheet().etag])


@register.filter
def is_within(page: Page | None, ancestor: Page) -> bool:
    """Whether ``page`` lies somewhere under ``ancestor``."""
    return isinstance(page, Page) and page.is_descendant_of(ancestor)


def _site(context: Context) -> Site | None:
    request: HttpRequest | None = context.get("request")
    return Site.find_for_request(request) if request else None


def _site_root(context: Context) -> Page | None:
    site = _site(context)
    return site.root_page if site else None


def _where_we_are(context: Context) -> dict[str, Any]:
    return {"request": context.get("request"), "page": context.get("page")}
