"""Finds the page that a request wants to comment on, and asks whether it may be seen."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from wagtail.models import Page, Site

from cms.models import BasePageQuerySet
from comments.models import Commented


def commented_page(request: HttpRequest, page_id: int) -> Commented:
    """The specific page, of the site that is asked, if whoever asks may read it; Http404 otherwise."""
    page = readable_page(request, page_id)
    if page is None:
        raise Http404
    return page


def readable_page(request: HttpRequest, page_id: int) -> Commented | None:
    """The same, or None."""
    page = Page.objects.live().filter(pk=page_id).first()
    specific: Any = page.specific if page else None
    if (
        not isinstance(specific, Commented)
        or specific.is_withdrawn
        or not _is_of_site(specific, request)
        or not _may_read(specific, request)
    ):
        return None
    return specific


def public_page(request: HttpRequest, page_id: int) -> Commented | None:
    """The specific page, of the site that is asked, if a stranger may read it."""
    page = BasePageQuerySet(Page).public_now().filter(pk=page_id).first()
    specific: Any = page.specific if page else None
    if not isinstance(specific, Commented) or not _is_of_site(specific, request):
        return None
    return specific


def _is_of_site(page: Page, request: HttpRequest) -> bool:
    site = Site.find_for_request(request)
    parts = page.get_url_parts(request)
    return bool(site and parts and parts[0] == site.pk)


def _may_read(page: Page, request: HttpRequest) -> bool:
    return all(each.accept_request(request) for each in page.get_view_restrictions())
