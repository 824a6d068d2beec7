"""What a page's head tells machines, and the breadcrumbs that tell readers the same."""

from __future__ import annotations

from html import unescape
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.about import Head, about_page
from cms.languages import open_graph_locale, public_translations
from cms.models import SiteSettings
from cms.structured_data import json_ld
from cms.trail import trail_to

register = template.Library()


@register.simple_block_tag(takes_context=True)
def keep(context: Context, content: SafeString, name: str) -> SafeString:
    """Write what is inside, and keep it as plain text for ``about_page``.

    A template can override a block but not use it twice; title, address and description stand in
    several places of a head.
    """
    # Typed by django-stubs for what Django itself keeps there.
    whole_render: Any = context.render_context
    whole_render.setdefault("kept", {})[name] = " ".join(unescape(content).split())
    return content


@register.inclusion_tag("includes/about_page.html", takes_context=True)
def about_this_page(context: Context) -> dict[str, Any]:
    """Canonical address, description, cards and structured data of ``page``."""
    request, page = context["request"], context["page"]
    site = Site.find_for_request(request)
    whole_render: Any = context.render_context
    kept = whole_render["kept"]
    if site is None or not kept["address"]:
        return {}
    head = Head(
        page=page,
        site=site,
        practice=SiteSettings.for_request(request),
        title=kept["title"],
        description=kept["description"],
        address=kept["address"],
    )
    about = about_page(head)
    return {
        "head": head,
        "about": about,
        "json_ld": json_ld(about.nodes()),
        "locale": open_graph_locale(get_language() or ""),
        "other_locales": [] if head.is_part else _other_locales(page, request),
    }


def _other_locales(page: Page, request: HttpRequest) -> list[str]:
    translations = public_translations(page, request)
    others = (language for language, each in translations.items() if each.pk != page.pk)
    return [locale for locale in map(open_graph_locale, others) if locale]


@register.inclusion_tag("includes/breadcrumbs.html", takes_context=True)
def breadcrumbs(context: Context) -> dict[str, Any]:
    """The pages above ``page``, for pages that lie deeper than the main menu."""
    page, site = context["page"], Site.find_for_request(context["request"])
    trail = trail_to(page, site.root_page) if site else []
    return {"request": context["request"], "above": trail[:-1] if len(trail) > 2 else []}
