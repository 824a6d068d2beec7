"""Takes the word of a reader's browser that a page has been looked at."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from cms.models import BasePageQuerySet
from cms.origin import is_from_our_own_page
from stats.counting import count_view
from stats.robots import is_ahead_of_time, is_robot
from stats.visitors import is_first_today

#: As many digits as the largest key that a page can have.
MOST_DIGITS: Final = 10


@csrf_exempt  # Nobody's state changes but a count; pages without a token can be kept by any cache.
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Count a view of the page whose number is the body of the request.

    Always 204: whether it was counted, or whether there is such a page, is nobody's business.
    """
    page_id = _page_id(request)
    if page_id and _may_count(request, page_id):
        count_view(page_id)
    return HttpResponse(status=204)


def _page_id(request: HttpRequest) -> int | None:
    """The number in the body; None if there is anything else in it."""
    try:
        body = request.read(MOST_DIGITS + 1)
    except UnreadablePostError:
        return None
    return int(body) if body.isdigit() and len(body) <= MOST_DIGITS else None


def _may_count(request: HttpRequest, page_id: int) -> bool:
    # The last question is also a note that this visitor has been counted.
    return _is_a_reader(request) and _is_public(page_id) and is_first_today(request, page_id)


def _is_a_reader(request: HttpRequest) -> bool:
    return (
        is_from_our_own_page(request)
        and not is_robot(request.headers.get("User-Agent", ""))
        and not is_ahead_of_time(request.headers)
        and not _wants_no_counting(request)
        # Readers have no accounts: who is logged in works here. Last, as it asks the database.
        and not request.user.is_authenticated
    )


def _wants_no_counting(request: HttpRequest) -> bool:
    return "1" in (request.headers.get("DNT"), request.headers.get("Sec-GPC"))


def _is_public(page_id: int) -> bool:
    pages = BasePageQuerySet(Page).public_now().filter(pk=page_id)
    # The first level holds the root of all sites, which has no address.
    return pages.filter(depth__gt=1).exists()
