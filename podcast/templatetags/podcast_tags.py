"""The podcast's filters for templates."""

import segno
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from podcast.clock import clock, iso_duration

register = template.Library()
register.filter("duration", clock)
register.filter("iso_duration", iso_duration)


@register.simple_tag
def content_lang(language: str) -> str:
    """The attributes of an element with words in ``language``, where the page itself is in another."""
    if not language or language.lower() == (get_language() or "").lower():
        return ""
    return format_html(' lang="{}" dir="auto"', language)


@register.filter
def qr_code(address: str) -> SafeString:
    """``address`` as a QR code in SVG: dark on light in every colour scheme, or cameras miss it."""
    code = segno.make(address, error="m")
    # Safe: of the address nothing is in it but the black squares.
    return SafeString(code.svg_inline(light="#fff", omitsize=True, svgclass=None, lineclass=None))
