"""Who may write texts, see readers, see their numbers, and see the consent ledger. Nobody does by default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from wagtail.permission_policies import ModelPermissionPolicy

WRITE: Final = "write_texts"
SEE_READERS: Final = "see_readers"
SEE_NUMBERS: Final = "see_numbers"
EXPORT_CONSENTS: Final = "export_consents"
ALL: Final = (WRITE, SEE_READERS, SEE_NUMBERS, EXPORT_CONSENTS)


def may_write(user: Any) -> bool:
    return bool(user.has_perm(f"texts.{WRITE}"))


def may_see_readers(user: Any) -> bool:
    return bool(user.has_perm(f"texts.{SEE_READERS}"))


def may_see_numbers(user: Any) -> bool:
    return bool(user.has_perm(f"texts.{SEE_NUMBERS}"))


def may_see_consents(user: Any) -> bool:
    return bool(user.has_perm(f"texts.{EXPORT_CONSENTS}"))


def has_any(user: Any) -> bool:
    return any(user.has_perm(f"texts.{name}") for name in ALL)


class OnePermissionPolicy(ModelPermissionPolicy):
    """One permission for all of ``actions``; for the rest nobody has any."""

    def __init__(self, model: Any, permission: str, actions: Iterable[str]) -> None:
        super().__init__(model)
        self.permission, self.actions = permission, frozenset(actions)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in self.actions and bool(user.has_perm(f"texts.{self.permission}"))

    def _get_permission_codenames(self, actions: Iterable[str]) -> set[str]:
        return set() if self.actions.isdisjoint(actions) else {self.permission}
