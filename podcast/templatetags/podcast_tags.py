"""The podcast's filters for templates."""

import segno
from django import template
from django.utils.safestring import SafeString

from podcast.clock import clock, iso_duration

register = template.Library()
register.filter("duration", clock)
register.filter("iso_duration", iso_duration)


@register.filter
def qr_code(address: str) -> SafeString:
    """``address`` as a QR code in SVG: dark on light in every colour scheme, or cameras miss it."""
    code = segno.make(address, error="m")
    # Safe: of the address nothing is in it but the black squares.
    return SafeString(code.svg_inline(light="#fff", omitsize=True, svgclass=None, lineclass=None))
