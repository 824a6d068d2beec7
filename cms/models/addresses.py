"""Where pages with a feed have lived: their feeds' old addresses lead to the new ones for ever."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.http import HttpRequest
from wagtail.models import Page, Site


class FormerAddressManager(models.Manager["FormerAddress"]):
    def pages_once_at(self, request: HttpRequest, path: str) -> Iterator[Page]:
        """Who has lived at ``path`` ("/podcast/") on the site of ``request``, the last one first."""
        addresses = self.filter(site=Site.find_for_request(request), path=path)
        for address in addresses.select_related("page").order_by("-pk"):
            yield address.page.specific

    def remember(self, page: Page) -> None:
        """Write down where ``page`` lives now, so that it is known when it lives there no more."""
        if not (parts := page.get_url_parts()):
            return
        site_id, _root_url, path = parts
        last = self.filter(site_id=site_id, path=path).order_by("-pk").first()
        if last is None or last.page_id != page.pk:
            # The newest row is whoever came last, also if it had been there before.
            self.filter(site_id=site_id, path=path, page=page).delete()
            self.create(site_id=site_id, path=path, page=page)


class FormerAddress(models.Model):
    """An address of a page with a feed, kept apart from the redirects, which editors may delete.

    It is written while the page lives there; who lives there later is found first, as a page.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    path = models.TextField(db_index=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

    objects = FormerAddressManager()

    def __str__(self) -> str:
        return self.path
