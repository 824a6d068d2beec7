"""Where pages with a feed have lived: their feeds' old addresses lead to the new ones for ever."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from wagtail.models import Page, Site


class FormerAddressManager(models.Manager["FormerAddress"]):
    def page_once_at(self, request: HttpRequest, path: str) -> Page | None:
        """The page that last lived at ``path`` ("/podcast/") on the site of ``request``."""
        site = Site.find_for_request(request)
        address = self.filter(site=site, path=path).select_related("page").first()
        return address.page.specific if address else None

    def remember(self, page: Page) -> None:
        """Write down where ``page`` lives now, so that it is known when it lives there no more."""
        if parts := page.get_url_parts():
            site_id, _, path = parts
            self.update_or_create(site_id=site_id, path=path, defaults={"page": page})


class FormerAddress(models.Model):
    """An address of a page with a feed, kept apart from the redirects, which editors may delete.

    It is written while the page lives there; who lives there later is found first, as a page.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=255)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

    objects = FormerAddressManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "path"], name="one_page_at_a_path")]

    def __str__(self) -> str:
        return self.path
