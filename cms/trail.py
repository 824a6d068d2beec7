"""The way from the home page down to a page, as breadcrumbs show it."""

from __future__ import annotations

from wagtail.models import Page


def trail_to(page: Page, root: Page) -> list[Page]:
    """The home page, the pages between, and ``page``; ``root`` is the site's first page.

    The home page is the one above ``page`` on the level of ``root``: in another language it is
    another one. Wagtail has fetched the parents on its way to the page, so mostly this asks nothing.
    """
    trail = [page]
    while trail[0].depth > root.depth:
        trail.insert(0, trail[0].get_parent())
    return trail
