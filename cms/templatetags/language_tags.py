"""What a page says of its other languages, to machines and to readers, and numbers as a language writes them."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from cms.languages import home_for, public_translations

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
        return {"pages": ()}
    pages = public_translations(page, request)
    default = [each for each in pages if each.locale.language_code == settings.LANGUAGE_CODE]
    return {"pages": pages, "default": default[0] if default else None, "request": request}


@register.inclusion_tag("includes/language_switch.html", takes_context=True)
def language_switch(context: Context) -> dict[str, Any]:
    """Links to the page in its other languages; nothing where there is none."""
    request, page = context.get("request"), context.get("page")
    if not page or not request:
        return {}
    others = [each for each in public_translations(page, request) if each.pk != page.pk]
    return {"pages": others, "request": request}


@register.simple_tag
def content_lang(language: str) -> str:
    """The attributes of an element with words in ``language``, where the page itself is in another."""
    if not language or language.lower() == (get_language() or "").lower():
        return ""
    return format_html(' lang="{}" dir="auto"', language)


@register.simple_tag
def shared_lang() -> str:
    """The attributes of an element with words that pages of all languages share, such as a category's name.

    They have no language of their own: they are written in the site's.
    """
    return content_lang(settings.LANGUAGE_CODE)


@register.filter
def own_name(language: str) -> str:
    """What speakers of ``language`` call it ("de": "Deutsch"); its code where Django knows no name."""
    try:
        return get_language_info(language)["name_local"]
    except KeyError:
        return language


@register.filter
def grouped(number: int) -> str:
    """A number with its thousands apart, as the active language writes it ("1.405" in German).

    Only where people read it: everywhere at once (USE_THOUSAND_SEPARATOR), it would be in the
    widths of pictures and in addresses as well.
    """
    return number_format(number, use_l10n=True, force_grouping=True)
