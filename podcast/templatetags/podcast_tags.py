"""The podcast's filters for templates, and its invitation to listen."""

from __future__ import annotations

from typing import Any

import segno
from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.safestring import SafeString

from cms.languages import home_for
from podcast.clock import clock, iso_duration
from podcast.models import EpisodePage, Show

register = template.Library()
register.filter("duration", clock)
register.filter("iso_duration", iso_duration)


@register.filter
def whole(seconds: float) -> int:
    """The second in which something begins, to which a link may lead: nothing of it has been said yet."""
    return int(seconds)


@register.filter
def qr_code(address: str) -> SafeString:
    """``address`` as a QR code in SVG: dark on light in every colour scheme, or cameras miss it."""
    code = segno.make(address, error="m")
    # Safe: of the address nothing is in it but the black squares.
    return SafeString(code.svg_inline(light="#fff", omitsize=True, svgclass=None, lineclass=None))


@register.inclusion_tag("podcast/includes/promo.html", takes_context=True)
def podcast_promo(context: Context) -> dict[str, Any]:
    """An invitation to the show whose episode is the newest in this language, with that episode to hear."""
    request: HttpRequest | None = context.get("request")
    home = home_for(request)
    if home is None:
        return {}
    newest = EpisodePage.objects.descendant_of(home).heard().newest_first()[:1]
    episode = EpisodePage.objects.any_of([newest]).for_rows().first()
    if episode is None:
        return {}
    shows = Show.objects.select_related("artwork")
    show = shows.prefetch_related("artwork__renditions").parent_of(episode).get()
    return {"request": request, "episode": episode, "show": show}
