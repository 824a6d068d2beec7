"""Finds the feed of a page, where it lives now or has ever lived, and sends it as XML, JSON or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.functional import cached_property
from wagtail.models import Page

import cms.json_feed
from cms.feeds import FeedDocument, find_feed, find_feed_below
from cms.json_feed import json_feed
from cms.languages import within_language
from cms.models import FormerAddress, PageWithFeed
from cms.packing import Packed, etag_of, pack
from cms.sending import CACHE_CONTROL, send, whole
from cms.views.feed_answers import XML_TYPE, feed_view, send_xml

JSON_TYPE = "application/feed+json; charset=utf-8"
#: An update that writes JSON otherwise gives the same XML another JSON form.
JSON_WRITER = etag_of(Path(cms.json_feed.__file__).read_bytes())[:8]
#: How many steps below its page a part with a feed lies: "category/rest/", "2026/03/".
DEEPEST_PART = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A document of a page's feed: the feed itself (0) or an archive of it.

    ``below`` is the part of the page whose feed it is ("category/rest/"), or "" for the whole.
    """

    page: PageWithFeed
    number: int
    document: FeedDocument
    below: str = ""

    @property
    def moved_to(self) -> str:
        """The address of this document at another host, or nothing while it is here."""
        return "" if self.number or self.below else self.page.feed_moved_to


@feed_view
def feed(request: HttpRequest, page_path: str, archive: str = "0") -> HttpResponse:
    """The feed of the page at ``page_path``, or one of its archives.

    Where the page has moved, its old address leads to the new one (301), and so does a feed that has
    gone to another host. 404 for pages without a feed, not public or not there, and for archives
    that are not there.
    """
    return _answer(request, page_path, int(archive), _send_xml)


@feed_view
def feed_as_json(request: HttpRequest, page_path: str, archive: str = "0") -> HttpResponse:
    """The same as JSON Feed."""
    return _answer(request, page_path, int(archive), _send_json)


def _answer(
    request: HttpRequest,
    path: str,
    number: int,
    send_found: Callable[[HttpRequest, Found], HttpResponse],
) -> HttpResponse:
    found = _find(request, path, number)
    if found is None:
        return _moved(request, path)
    try:
        return send_found(request, found)
    except ObjectDoesNotExist as error:
        # An archive that a build has just made superfluous.
        raise Http404 from error


def _find(request: HttpRequest, path: str, number: int) -> Found | None:
    """What lives at ``path``, the page itself or a part of it.

    Http404 if nobody may see the page, or if it has no such document.
    """
    routed = Page.route_for_request(request, within_language(path))
    page = routed.page.specific if routed else None
    if not isinstance(page, PageWithFeed):
        return None
    if not _is_public(page):
        raise Http404
    below = f"/{path}".removeprefix(page.get_url(request))
    document = _document(page, below, number)
    if document is None:
        raise Http404
    return Found(page, number, document, below)


def _document(page: PageWithFeed, below: str, number: int) -> FeedDocument | None:
    if not below:
        return find_feed(page, number)
    # Parts have no archives.
    return None if number else find_feed_below(page, below)


def _moved(request: HttpRequest, path: str) -> HttpResponse:
    for former, below in _cuts(path):
        for page in FormerAddress.objects.pages_once_at(request, former):
            address = page.get_url(request)
            if not address or address == former or not _is_public(page):
                continue
            if below and not find_feed_below(page, below):
                continue
            response = HttpResponsePermanentRedirect(address + request.path.removeprefix(former))
            # Kept for ever, it would end in a circle once the page is renamed back.
            response["Cache-Control"] = CACHE_CONTROL
            return response
    raise Http404


def _cuts(path: str) -> Iterator[tuple[str, str]]:
    """``path`` as the address of a page and what stands behind it, which are two steps at most."""
    steps = path.split("/")[:-1]
    for cut in range(len(steps), max(0, len(steps) - DEEPEST_PART) - 1, -1):
        yield (
            "".join(["/", *(f"{step}/" for step in steps[:cut])]),
            "".join(f"{step}/" for step in steps[cut:]),
        )


def _is_public(page: Page) -> bool:
    return type(page).objects.public_now().filter(pk=page.pk).exists()


def _send_xml(request: HttpRequest, found: Found) -> HttpResponse:
    if found.moved_to:
        return _moved_away(request, found.document, to=found.moved_to)
    return send_xml(request, found.document)


def _moved_away(request: HttpRequest, document: FeedDocument, *, to: str) -> HttpResponse:
    """301 for those who follow it, with the feed, which names the new address, for those who do not."""
    response = whole(request, document, content_type=XML_TYPE)
    response.status_code = 301
    response["Location"] = to
    response["Cache-Control"] = CACHE_CONTROL
    response["Vary"] = "Accept-Encoding"
    return response


def _send_json(request: HttpRequest, found: Found) -> HttpResponse:
    if found.moved_to:
        # Readers of JSON Feed read RSS as well, and a feed that stands still helps nobody.
        return _moved_away(request, found.document, to=found.moved_to)
    name = f"feed/{found.number}.json" if found.number else "feed.json"
    url = f"{found.page.full_url}{found.below}{name}"
    return send(request, JsonDocument(found.document, url), content_type=JSON_TYPE)


@dataclass(frozen=True)
class JsonDocument:
    """A feed document as JSON Feed, made of the XML only for those who do not have it, and once."""

    xml: FeedDocument
    url: str

    @property
    def etag(self) -> str:
        return f"{self.xml.etag}-{JSON_WRITER}"

    @property
    def last_modified(self) -> datetime | None:
        return self.xml.last_modified

    def read(self) -> Packed:
        return self._packed

    @cached_property
    def _packed(self) -> Packed:
        # The view sends it and the memory keeps it, so it is asked for twice.
        made = pack([json_feed(self.xml.read().in_coding(""), feed_url=self.url)])
        return Packed(self.etag, made.gzip, made.brotli)
