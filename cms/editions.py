"""Begins another edition of the site when something that a page shows may have changed.

All models count but those that settings name as shown by no page: what is forgotten there costs some
speed, and never shows anybody what is no more.
"""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import post_page_move

from cms.models import Edition

#: What saving a draft writes into the row that readers see (wagtail.models, ``save_revision``).
_OF_THE_DRAFT: Final = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
    }
)


@receiver([post_save, post_delete, m2m_changed])
def something_changed(sender: type[models.Model], **kwargs: Any) -> None:
    if _is_shown(sender) and not _is_of_a_draft(**kwargs):
        begin_edition()


@receiver(post_page_move)
def page_moved(**kwargs: Any) -> None:
    """Nothing is saved then: the tree writes its rows itself."""
    begin_edition()


def begin_edition() -> None:
    """Move the edition's number, once for all that the present transaction changes.

    Only when that is written: a lock on the one row for as long as a transaction lasts would make
    all who publish wait for each other.
    """
    connection = transaction.get_connection()
    if not any(act == Edition.objects.move for _ids, act, _robust in connection.run_on_commit):
        transaction.on_commit(Edition.objects.move, robust=True)


def _is_shown(model: type[models.Model]) -> bool:
    meta = model._meta
    if meta.apps is not apps:
        # A migration's model: the table of editions may be still to come.
        return False
    return settings.NOT_ON_PAGES.isdisjoint({meta.app_label, meta.label})


def _is_of_a_draft(
    instance: Any = None,
    created: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> bool:
    if update_fields is not None:
        return update_fields <= _OF_THE_DRAFT
    return created and not getattr(instance, "live", True)
