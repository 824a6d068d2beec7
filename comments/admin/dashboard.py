"""What waits, on the admin's home page."""

from __future__ import annotations

from typing import Any, Final

from wagtail.admin.ui.components import Component

from comments.admin.policy import may_moderate
from comments.models import Comment

SHOWN: Final = 5


class WaitingCommentsPanel(Component):
    """Takes no room where nothing waits, or for who may not moderate."""

    name = "waiting_comments"
    order = 60
    template_name = "comments/admin/waiting_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        if not may_moderate(parent_context["request"].user):
            return {"number": 0}
        waiting = Comment.objects.pending()
        first = waiting.select_related("page").order_by("-created_at", "-pk")[:SHOWN]
        return {"number": waiting.count(), "comments": first}
