"""The messages of a contact page in the admin, and as a file that opens without harm."""

from __future__ import annotations

from wagtail.contrib.forms.views import SubmissionsListView

from cms.spreadsheets import HarmlessExport


class MessagesView(HarmlessExport, SubmissionsListView):
    """Wagtail's own listing."""
