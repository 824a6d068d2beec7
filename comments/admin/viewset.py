"""The addresses, the menu item and the permissions of the moderators' side."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.snippets.views.snippets import SnippetViewSet

from comments.admin.comment_page import CommentPageView, DeleteCommentView
from comments.admin.deciding import decide_on
from comments.admin.filters import CommentFilterSet
from comments.admin.policy import MODERATE, SEE_ADDRESSES, may_moderate
from comments.admin.queue import QueueView
from comments.models import Comment


class CommentsMenuItem(MenuItem):
    """Names the number that waits."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_moderate(request.user)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        component = super().render_component(request)
        if waiting := Comment.objects.pending().count():
            component.label = _("Comments (%(n)d)") % {"n": waiting}
        return component


class CommentViewSet(SnippetViewSet):
    """Comments come from readers: none is added, copied, chosen or counted as used here."""

    model = Comment
    admin_url_namespace = "comments_admin"
    base_url_path = "comments"
    icon = "comment"
    menu_label = gettext_lazy("Comments")
    menu_item_class = CommentsMenuItem
    menu_order = 240
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50
    list_display = QueueView.list_display
    list_export = QueueView.list_export
    export_headings = QueueView.export_headings
    export_filename = QueueView.export_filename
    ordering = QueueView.default_ordering
    filterset_class = CommentFilterSet
    index_view_class = QueueView
    edit_view_class = CommentPageView
    delete_view_class = DeleteCommentView
    index_template_name = "comments/admin/queue.html"
    index_results_template_name = "comments/admin/queue_results.html"
    edit_template_name = CommentPageView.template_name
    panels = [FieldPanel("name"), FieldPanel("text")]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="list"),
            path("results/", self.index_results_view, name="list_results"),
            path("<int:pk>/", self.edit_view, name="edit"),
            path("<int:pk>/decide/", decide_on, name="decide"),
            path("<int:pk>/delete/", self.delete_view, name="delete"),
        ]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """What can be ticked for a group."""
        return Permission.objects.filter(
            content_type__app_label="comments", codename__in=[MODERATE, SEE_ADDRESSES]
        )

    def register_chooser_viewset(self) -> None:
        """Nobody chooses a comment, and Wagtail shows its choosers to whoever comes into the admin."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(usage_url_name=None, history_url_name=None, **kwargs)
