"""What of the moderators' work stands in Wagtail's log: that a reader's data went out, or away; never whose."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter

#: Logged of the user who did it: an entry of the comment would lead to its author.
EXPORTED: Final = "comments.export"
ERASED: Final = "comments.erase"


def register(actions: LogActionRegistry) -> None:
    actions.register_action(EXPORTED)(Exported)
    actions.register_action(ERASED)(Erased)


class Exported(LogFormatter):
    label = _("Download comments of a reader")

    def format_message(self, log_entry: Any) -> str:
        number = log_entry.data["comments"]
        return ngettext(
            "Downloaded %(n)d comment of a reader", "Downloaded %(n)d comments of a reader", number
        ) % {"n": number}


class Erased(LogFormatter):
    label = _("Erase comments of a reader")

    def format_message(self, log_entry: Any) -> str:
        number = log_entry.data["comments"]
        return ngettext(
            "Erased %(n)d comment of a reader", "Erased %(n)d comments of a reader", number
        ) % {"n": number}
