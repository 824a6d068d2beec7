"""Who may moderate, and who of those may see e-mail addresses.

A moderator moderates the comments of all sites: they are few, and who keeps spam out of one site helps
the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from comments.models import Comment, Status

MODERATE: Final = "moderate_comment"
SEE_ADDRESSES: Final = "see_addresses"
#: What Wagtail asks of its policies for the list, the comment's page and its deletion.
ACTIONS: Final = frozenset({"view", "change", "delete"})


def may_moderate(user: Any) -> bool:
    return bool(user.has_perm(f"comments.{MODERATE}"))


def may_see_addresses(user: Any) -> bool:
    return bool(user.has_perm(f"comments.{SEE_ADDRESSES}"))


def comments_to_moderate() -> QuerySet[Comment]:
    """All but those that their authors have removed: nothing is left in them to be read."""
    return Comment.objects.exclude(status=Status.REMOVED)


class ModeratorsPolicy(ModelPermissionPolicy):
    """One permission for all that moderators do; nobody adds comments here, not even a superuser."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in ACTIONS and may_moderate(user)

    def _get_permission_codenames(self, actions: Iterable[str]) -> set[str]:
        return set() if ACTIONS.isdisjoint(actions) else {MODERATE}
