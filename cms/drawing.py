"""Draws the pictures of a page that has come out before its first reader waits for them.

A picture is drawn in three formats and several sizes when something first shows it; a page of many can
take ten seconds. What would be shown is known by showing it: to nobody, in the background.
"""

from __future__ import annotations

from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from cms.tasks import BACKGROUND


def draw_later(page: Page) -> None:
    """Have the pictures of ``page`` drawn, and its own on the pages above that list it."""
    waiting = DBTaskResult.objects.filter(
        status="READY", task_path=draw_pictures.module_path, args_kwargs__args=[page.pk]
    )
    # Without a worker they wait for ever, but no more than one for each page.
    if not waiting.exists():
        draw_pictures.enqueue(page.pk)


@task(backend=BACKGROUND)
def draw_pictures(page_id: int) -> None:
    page = Page.objects.live().filter(pk=page_id).first()
    if page is None:
        return
    above = page.get_ancestors(inclusive=True).live().filter(depth__gt=1)
    for each in above.order_by("-depth").specific():
        each.make_preview_request()
