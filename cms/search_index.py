"""The search backend: Wagtail's for the database, but saving an object writes that object's entry only.

It also tells the site's own search of every page (``cms.search``, docs/decisions/0011).

Wagtail's gives a new norm to *every* entry whose ``title_norm`` is 1.0 whenever anything is saved. So
publishes lock each other's entries in no order, and PostgreSQL ends one of them as a deadlock
(docs/decisions/0008). An entry that is written by nobody but who holds its object cannot be in a cycle.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Avg, F, Model, QuerySet
from django.db.models.functions import Length
from modelsearch.utils import get_content_type_pk
from wagtail.models import Page
from wagtail.search.backends.base import BaseSearchBackend
from wagtail.search.backends.database import SearchBackend as WagtailSearchBackend

from cms.search.writing import write_entries

# The length of the newest titles stands for that of all: saving costs the same in a site of any size.
TITLES_FOR_AVERAGE = 200


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """Wagtail's backend for this database, over an index that keeps to what it is given."""
    backend = WagtailSearchBackend(params)
    # The fallback for a SQLite without full text search keeps no entries.
    if hasattr(backend.index_class, "_refresh_title_norms"):
        backend.index_class = own_entries_only(backend.index_class)
    return backend


@cache
def own_entries_only(index_class: Any) -> type:
    """``index_class``, never touching the entry of an object other than those it is told to add."""

    class OwnEntriesOnly(index_class):
        is_rebuilding = False

        def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
            objs = list(objs)
            super().add_items(model, objs)
            if issubclass(model, Page):
                write_entries(objs, anew=self.is_rebuilding)
            ids = [str(obj.pk) for obj in objs]
            content_type = get_content_type_pk(model)
            self._set_norms(self.entries.filter(content_type_id=content_type, object_id__in=ids))

        def delete_stale_entries(self) -> None:
            """Called by ``update_index`` alone, before it adds everything anew."""
            super().delete_stale_entries()
            self.is_rebuilding = True

        def _refresh_title_norms(self, full: bool = False) -> None:
            """Only for ``update_index``, which is meant to write all; else ``_set_norms`` does it."""
            if full:
                super()._refresh_title_norms(full=True)

        def _set_norms(self, entries: QuerySet[Any]) -> None:
            """What ranks a match in a short title above one in a long: average length by length."""
            titled = self.entries.annotate(title_length=Length("title")).filter(title_length__gt=0)
            newest = titled.order_by("-pk")[:TITLES_FOR_AVERAGE]
            average = newest.aggregate(average=Avg("title_length"))["average"]
            if average:
                own = entries.annotate(title_length=Length("title")).filter(title_length__gt=0)
                own.update(title_norm=average / F("title_length"))

    return OwnEntriesOnly
