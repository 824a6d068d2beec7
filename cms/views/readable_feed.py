"""Shows a feed that somebody opens in a browser as a page, by our XSL stylesheet.

Chromium and Firefox do not style what is sent as application/rss+xml, and all browsers are about to
give up XSLT, so we apply the stylesheet ourselves (docs/decisions/0007-readable-feed.md).
"""

from __future__ import annotations

import re
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.dates import MONTHS
from django.utils.formats import get_format
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from lxml import etree

#: Only browsers send it, and no program can make them say "document" for anything but a page that
#: somebody opens (W3C, Fetch Metadata). An Accept header would not do: some apps copy a browser's.
BROWSER_HEADER: Final = "Sec-Fetch-Dest"
AN_HOUR: Final = 60 * 60
#: The letters of Django's date patterns that the languages we speak use.
DATE_PARTS: Final = {"j": "day", "F": "month", "N": "month", "Y": "year"}
#: RSS dates are in English whatever the site's language (RFC 822).
RSS_MONTHS: Final = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]


@conditional_page
@cache_control(public=True, max_age=AN_HOUR)
@require_safe
def feed_stylesheet(request: HttpRequest) -> HttpResponse:
    """The stylesheet, for browsers that apply it themselves."""
    return HttpResponse(_stylesheet(), content_type="text/xsl; charset=utf-8")


def is_opened_in_a_browser(request: HttpRequest) -> bool:
    """Whether a person opens the address in a browser; false for every app and every script."""
    return request.headers.get(BROWSER_HEADER) == "document"


def readable_feed(xml: bytes) -> HttpResponse:
    """The page that the stylesheet makes of the feed ``xml``.

    No cache may keep it: one that does not look at ``Vary`` would hand it to a podcast app.
    """
    transform = etree.XSLT(
        etree.fromstring(_stylesheet().encode()), access_control=etree.XSLTAccessControl.DENY_ALL
    )
    feed = etree.fromstring(xml, etree.XMLParser(resolve_entities=False))
    response = HttpResponse(bytes(transform(feed)), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    response["Vary"] = BROWSER_HEADER
    return response


def _stylesheet() -> str:
    months = [(name, MONTHS[number]) for number, name in enumerate(RSS_MONTHS, start=1)]
    context = {"months": months, "date_parts": _date_parts(get_format("DATE_FORMAT"))}
    return render_to_string("cms/feed.xsl", context)


def _date_parts(pattern: str) -> list[tuple[str, str]]:
    r"""Django's pattern for dates as parts of a date and what stands between ("j \d\e F": day, " de ", month)."""
    parts = (
        (DATE_PARTS.get(match[0], ""), match[0].removeprefix("\\"))
        for match in re.finditer(r"\\?.", pattern)
    )
    return [(part, "" if part else text) for part, text in parts]
