"""Short addresses of this site for long ones, which cost parts."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse
from wagtail.models import Site

from texts.models import ShortLink


def shortener(site: Site) -> Callable[[str], str]:
    """A function that gives the short form of an address, if it is shorter; it asks once for each."""
    known: dict[str, str] = {}

    def shorten(url: str) -> str:
        if url not in known:
            link, _is_new = ShortLink.objects.get_or_create(url=url)
            short = f"{site.root_url}{reverse('texts_short', args=[link.key])}"
            known[url] = min(url, short, key=len)
        return known[url]

    return shorten
