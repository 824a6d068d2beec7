"""The columns of the queue whose cells are more than a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.tables import Column, Table

from comments.admin.deciding import DECISIONS
from comments.admin.likeness import in_words, likeness_of
from comments.admin.policy import may_see_addresses
from comments.models import Comment

Context = Mapping[str, Any]


class CommentTable(Table):
    """Its rows can be walked through with keys (``queue.js``)."""

    def get_row_attrs(self, instance: Comment) -> dict[str, Any]:
        return {"data-comment": instance.status, "tabindex": "-1"}


class WordsColumn(Column):
    """How the comment begins, and the buttons that decide on it."""

    cell_template_name = "comments/admin/words_cell.html"

    def get_cell_context_data(self, instance: Comment, parent_context: Context) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        # The name by which Wagtail's checkbox of the row is described.
        title_id = f"snippet_{instance.pk}_title"
        return {**context, "decisions": DECISIONS, "title_id": title_id}


class NameColumn(Column):
    """Who wrote it; the address for those alone who may see it."""

    cell_template_name = "comments/admin/name_cell.html"

    def get_cell_context_data(self, instance: Comment, parent_context: Context) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        sees_addresses = may_see_addresses(parent_context["request"].user)
        return {**context, "email": instance.email if sees_addresses else ""}


class PageColumn(Column):
    """Where it stands."""

    cell_template_name = "comments/admin/page_cell.html"


class StatusColumn(Column):
    cell_template_name = "comments/admin/status_cell.html"


class ScoreColumn(Column):
    """A word, a number, and what else was noticed."""

    cell_template_name = "comments/admin/score_cell.html"

    def get_cell_context_data(self, instance: Comment, parent_context: Context) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        if instance.is_from_practice:
            return {**context, "words": "", "likeness": ""}
        score = instance.score
        return {**context, "words": in_words(score), "likeness": likeness_of(score).value}
