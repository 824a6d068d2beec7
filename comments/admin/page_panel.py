"""Tells editors of a page how many comments it has."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class CommentsOfPagePanel(Panel):
    """With the way to them for who may moderate; not there before the page is."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Comments"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "comments/admin/page_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            comments = self.instance.reader_comments
            return {
                **super().get_context_data(parent_context),
                "page_id": self.instance.pk,
                "approved": comments.approved().count(),
                "waiting": comments.pending().count(),
                "may_moderate": self.request.user.has_perm("comments.moderate_comment"),
            }
