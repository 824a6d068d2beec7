"""The panel in which an episode gets its recording, and is offered what the file's tags know."""

from __future__ import annotations

from django import forms
from django.urls import reverse
from wagtail.admin.staticfiles import versioned_static
from wagtailmedia.edit_handlers import MediaChooserPanel


class RecordingPanel(MediaChooserPanel):
    """An audio chooser with a list of offers below it; nothing that was typed is overwritten."""

    def __init__(self, field_name: str, **kwargs: object) -> None:
        kwargs["media_type"] = "audio"
        super().__init__(field_name, **kwargs)

    class BoundPanel(MediaChooserPanel.BoundPanel):
        template_name = "podcast/admin/recording_panel.html"

        def get_context_data(self, parent_context: object = None) -> dict[str, object]:
            context = super().get_context_data(parent_context)
            # The browser puts the chosen recording's number in place of the 0.
            context["offers_url"] = reverse("recording_offers", args=[0])
            return context

        @property
        def media(self) -> forms.Media:
            return super().media + forms.Media(
                js=[versioned_static("podcast/admin/recording-offers.js")],
                css={"all": [versioned_static("podcast/admin/recording-offers.css")]},
            )
