"""What every page shows of the rest of the site: menu, footer, feeds, and a page in one sentence."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from wagtail.models import Page, Site

from cms.brand import PLAIN, brand_css
from cms.descriptions import description_of
from cms.furniture import furniture
from cms.models import SiteSettings, brand_for
from cms.stylesheet import stylesheet
from cms.typefaces import OWN_FONTS, Typeface

register = template.Library()
register.filter("described", description_of)

# A menu with more pages folds up on narrow screens.
SHORT_MENU = 5


@register.inclusion_tag("includes/main_menu.html", takes_context=True)
def main_menu(context: Context) -> dict[str, Any]:
    """Links to the children of the site's root that editors put in the menus."""
    items = furniture(context.get("request")).menu
    return {**_where_we_are(context), "items": items, "is_long": len(items) > SHORT_MENU}


@register.inclusion_tag("includes/footer_menu.html", takes_context=True)
def footer_menu(context: Context) -> dict[str, Any]:
    """Links to the legal pages."""
    return {**_where_we_are(context), "items": furniture(context.get("request")).footer}


@register.inclusion_tag("includes/feed_links.html", takes_context=True)
def feed_links(context: Context) -> dict[str, Any]:
    """What lets browsers and podcast apps find every feed of the site from any of its pages."""
    request = context.get("request")
    return {"request": request, "items": furniture(request).feeds}


@register.inclusion_tag("includes/follow_links.html", takes_context=True)
def follow_links(context: Context) -> dict[str, Any]:
    """Where readers follow the practice: its profiles elsewhere and its own feeds."""
    request = context.get("request")
    if not request or Site.find_for_request(request) is None:
        return {}
    profiles = SiteSettings.for_request(request).profiles
    return {"request": request, "profiles": profiles, "feeds": furniture(request).feeds}


@register.inclusion_tag("includes/look.html", takes_context=True)
def look(context: Context) -> dict[str, Any]:
    """What a page's head says of the site's look: its styles, its font, the page's colour round it."""
    request: HttpRequest | None = context.get("request")
    brand = brand_for(request) if request else PLAIN
    own_font = OWN_FONTS.get(Typeface(brand.typeface))
    return {
        "stylesheet_url": reverse("stylesheet", args=[stylesheet(brand_css(brand)).etag]),
        "font_url": own_font.url if own_font else "",
        "light": brand.light["bg"],
        "dark": brand.dark["bg"],
    }


@register.simple_tag
def stylesheet_url() -> str:
    """An address of the stylesheet for who knows no site; each site answers it with its own brand."""
    return reverse("stylesheet", args=[stylesheet().etag])


@register.filter
def is_within(page: Page | None, ancestor: Page) -> bool:
    """Whether ``page`` lies somewhere under ``ancestor``."""
    return isinstance(page, Page) and page.is_descendant_of(ancestor)


def _where_we_are(context: Context) -> dict[str, Any]:
    return {"request": context.get("request"), "page": context.get("page")}
