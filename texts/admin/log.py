"""What Wagtail's log says of what was done to readers."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

STOPPED: Final = "texts.reader_stopped"
ERASED: Final = "texts.reader_erased"


def register(actions: Any) -> None:
    actions.register_action(
        STOPPED, _("Stop a reader of daily texts"), _("Reader of daily texts stopped")
    )
    actions.register_action(
        ERASED, _("Erase a reader of daily texts"), _("Reader of daily texts erased")
    )
