"""A step of a workflow that lets a health text pass only when it has been reviewed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from articles.models.articles import ArticlePage
from articles.review import open_points

Action = tuple[str, str | Promise, bool]


class ReviewTask(AbstractGroupApprovalTask):
    """Approval by a group, which for a health text needs reviewer, date and sources.

    Pages that are no articles, and articles that are no health texts, pass as by any approval.
    """

    class Meta:
        verbose_name = _("review of health texts")
        verbose_name_plural = _("reviews of health texts")

    @classmethod
    def get_description(cls) -> Promise:
        return _(
            "Members of the chosen groups can approve a health text once it names its sources, who "
            "has reviewed it, and a day of review on which its words were what they are now."
        )

    def get_actions(self, obj: Page, user: Any) -> list[Action]:
        actions = super().get_actions(obj, user)
        if actions and points_of(obj):
            return [action for action in actions if action[0] != "approve"]
        return actions

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        # Also where the editor was open when somebody else changed the text.
        if action_name == "approve" and points_of(task_state.workflow_state.content_object):
            return
        super().on_action(task_state, user, action_name, **kwargs)


def points_of(page: Page) -> list[str]:
    """What keeps ``page`` from being approved by this task, in sentences."""
    article = page.specific
    return open_points(article) if isinstance(article, ArticlePage) else []
