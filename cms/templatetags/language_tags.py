"""What a page says of its languages, to machines and to readers."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page

from cms.languages import home_for, public_translations
from cms.models import Words

register = template.Library()


@register.simple_tag(takes_context=True)
def home_page(context: Context) -> Page | None:
    """The first page of the site in the language of the address."""
    return home_for(context.get("request"))


@register.inclusion_tag("includes/hreflang.html", takes_context=True)
def hreflang_links(context: Context) -> dict[str, Any]:
    """The same page in all its languages, for search engines.

    Only at the page's own address: a further page of a list or a route below it may have no
    counterpart. https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    request, page = context.get("request"), context.get("page")
    if not page or not request or request.get_full_path() != page.get_url(request):
        return {}
    pages = public_translations(page, request)
    return {"pages": pages, "default": pages.get(settings.LANGUAGE_CODE), "request": request}


@register.inclusion_tag("includes/language_switch.html", takes_context=True)
def language_switch(context: Context) -> dict[str, Any]:
    """Links to the page in its other languages, or to the same search there; nothing where there is none."""
    request, page = context.get("request"), context.get("page")
    if not request:
        return {}
    if page:
        return {"links": {code: each.get_url(request) for code, each in _others(page, request)}}
    match, home = request.resolver_match, home_for(request)
    if home is None or match is None or match.url_name != "search":
        return {}
    return {"links": {code: _same_search(request, code) for code, _home in _others(home, request)}}


def _others(page: Page, request: HttpRequest) -> list[tuple[str, Page]]:
    translations = public_translations(page, request)
    return [pair for pair in translations.items() if pair[1].pk != page.pk]


def _same_search(request: HttpRequest, language: str) -> str:
    asked = {name: request.GET[name] for name in ("query", "type") if request.GET.get(name)}
    with override(language):
        return reverse("search", query=asked)


@register.simple_tag
def content_lang(language: str) -> str:
    """The attributes of an element with words in ``language``, where the page itself is in another."""
    if not language or language.lower() == (get_language() or "").lower():
        return ""
    return format_html(' lang="{}" dir="auto"', language)


@register.simple_tag
def shared_lang(words: str) -> str:
    """The attributes of an element with words that pages of all languages share, such as a category's name.

    Nothing where they are ``spoken`` in the language of the page, or are no words of any (a name).
    """
    return content_lang(words.language) if words and isinstance(words, Words) else ""


@register.filter
def own_name(language: str) -> str:
    """What speakers of ``language`` call it ("de": "Deutsch"); its code where Django knows no name."""
    try:
        return get_language_info(language)["name_local"]
    except KeyError:
        return language
