"""What machines ask a site for: its health, its rules for robots and its icon."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control, never_cache
from wagtail.models import Site

from cms.scheduling import is_overdue

A_DAY = 24 * 60 * 60


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503; for load balancers and monitors."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unavailable", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def scheduler_health(request: HttpRequest) -> HttpResponse:
    """200 while everything planned is done in time, else 503; does not say what is late."""
    try:
        late = is_overdue()
    except DatabaseError:
        return HttpResponse("database unavailable", status=503, content_type="text/plain")
    if late:
        return HttpResponse("overdue", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@cache_control(public=True, max_age=A_DAY)
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Everything may be crawled but the admin and the endless lists of what was searched for (RFC 9309)."""
    site = Site.find_for_request(request)
    host = site.root_url if site else settings.SITE_URL
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        *(f"Disallow: {address}?" for address in _in_all_languages("search")),
        "",
        f"Sitemap: {host}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _in_all_languages(name: str) -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield reverse(name)


@cache_control(public=True, max_age=A_DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for those who ask at the old address without reading the page."""
    return HttpResponseRedirect(static("cms/favicon.ico"))
