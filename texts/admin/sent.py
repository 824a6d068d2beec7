"""Tells the editor of a text that it has been sent, and what became of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from wagtail.admin.panels import Panel

from texts.models import State
from texts.models.messages import ACCEPTED


class SentPanel(Panel):
    """Not there before the first one went out."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "texts/admin/sent_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.messages.exists())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            counts = self.instance.messages.aggregate(
                sent=Count("pk", filter=Q(state__in=ACCEPTED)),
                delivered=Count("pk", filter=Q(state=State.DELIVERED)),
                failed=Count("pk", filter=Q(state=State.FAILED)),
            )
            return {**super().get_context_data(parent_context), "counts": counts}
