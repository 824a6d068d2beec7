"""Where the gate speaks in the editor: above the form when it stopped, and in a side panel before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel

from podcast.feed.changes import Change, Level
from podcast.gate_form import READ, digest_of
from podcast.sentences import explained


def findings_context(changes: Sequence[Change]) -> dict[str, Any]:
    """What ``findings.html`` shows: the sentences, parted into what matters and mere news."""
    findings = explained(changes)
    return {
        "problems": [finding for finding in findings if finding.level != Level.NOTE],
        "notes": [finding for finding in findings if finding.level == Level.NOTE],
    }


class GatePanel(Panel):
    """What stopped the last attempt to publish; not there otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Before this goes out"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "podcast/admin/gate_panel.html"

        def is_shown(self) -> bool:
            return bool(self.form.feed_changes)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            changes = self.form.feed_changes
            return {
                **super().get_context_data(parent_context),
                **findings_context(changes),
                "can_be_accepted": all(change.level != Level.ERROR for change in changes),
                "read_name": READ,
                "read_value": digest_of(changes),
            }


class FeedSidePanel(BaseSidePanel):
    """What listeners will notice when the present draft goes out; kept fresh while it is saved."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle feed")
        icon_name = "media"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return {**context, "count": len(self.panel.findings["problems"])}

    name = "feed"
    title = _("Feed")
    template_name = "podcast/admin/feed_side_panel.html"
    order = 360

    def __init__(self, page: Any, request: Any, *, changes: Sequence[Change]) -> None:
        super().__init__(page, request)
        self.findings = findings_context(changes)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(parent_context),
            **self.findings,
            # The browser puts the page's number in place of the 0 when a new page is first saved.
            "changes_url": reverse("feed_changes", args=[self.object.pk or 0]),
        }

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            js=[versioned_static("podcast/admin/feed-changes.js")],
            css={"all": [versioned_static("podcast/admin/feed-findings.css")]},
        )
