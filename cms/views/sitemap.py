"""Sends the map of a site to search engines."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Site

from cms.sitemap import entries, last_changes

AN_HOUR: Final = 60 * 60
XML: Final = "application/xml; charset=utf-8"


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
@conditional_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages of the site; on a large one, where the lists of them are."""
    site = _site(request)
    changes = last_changes(site)
    if len(changes) == 1:
        return _list(request, site, 1)
    return _send(request, "cms/sitemap_index.xml", {"root_url": site.root_url, "lists": changes})


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
@conditional_page
def sitemap_list(request: HttpRequest, number: str) -> HttpResponse:
    """One of the lists, counted from 1; 404 beyond the last."""
    site = _site(request)
    if int(number) > len(last_changes(site)):
        raise Http404
    return _list(request, site, int(number))


def _list(request: HttpRequest, site: Site, number: int) -> HttpResponse:
    return _send(request, "cms/sitemap.xml", {"entries": entries(request, site, number)})


def _send(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, content_type=XML)


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site
