"""Sends the picture that stands for a page where people share it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.about import site_name
from cms.models import BasePageQuerySet, SiteSettings
from cms.share_image import draw, sketch_of
from cms.views.stylesheet import A_MINUTE, FOR_EVER


@require_safe
def share_image(request: HttpRequest, page_id: int, fingerprint: str) -> HttpResponse:
    """The picture of a page that a stranger may see; 404 for any other.

    An address from before the page got another title, or the site other colours, leads to the present one, so nobody can have
    anything drawn but what stands on a page.
    """
    site = Site.find_for_request(request)
    page = BasePageQuerySet(Page).public_now().filter(pk=page_id).first()
    if site is None or page is None or page.get_site() != site:
        raise Http404
    practice = SiteSettings.for_site(site)
    sketch = sketch_of(page, site_name(practice, site), practice.brand)
    now = sketch.fingerprint
    if fingerprint != now:
        answer: HttpResponse = HttpResponseRedirect(reverse("share_image", args=[page_id, now]))
        answer["Cache-Control"] = A_MINUTE
        return answer
    answer = HttpResponse(draw(sketch), content_type="image/png")
    answer["Cache-Control"] = FOR_EVER
    return answer
