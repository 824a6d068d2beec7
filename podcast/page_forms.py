"""What the forms of shows and episodes check across fields, in words; a draft may still be faulty."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from podcast.feed.identity import podcast_guid
from podcast.gate_form import GateForm
from podcast.models.license import OTHER


class FeedForm(GateForm):
    """Asks for name and address of a license that is not in the list."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.fill()
        if not self.is_deferred_validation:
            self.check()
        return cleaned

    def fill(self) -> None:
        """Take over what is not typed into its field but brought some other way."""

    def check(self) -> None:
        """Add errors of what is about to be published."""
        if self.cleaned_data.get("license") == OTHER:
            for field in ("license_name", "license_url"):
                if not (self.cleaned_data.get(field) or self.errors.get(field)):
                    self.add_error(field, _("A license that is not in the list needs this."))


class ShowForm(FeedForm):
    """Takes no category twice, and no new feed address that is the old one."""

    def check(self) -> None:
        super().check()
        seen = {self.cleaned_data.get("category")}
        for field in ("second_category", "third_category"):
            category = self.cleaned_data.get(field)
            if category and category in seen:
                self.add_error(field, _("You have chosen this category already."))
            seen.add(category)

    def clean_new_feed_url(self) -> str:
        url: str = self.cleaned_data["new_feed_url"]
        show = self.instance
        # The guid is made of the address, whatever its scheme and its last slash.
        if url and show.pk and show.full_url and podcast_guid(url) == podcast_guid(show.feed_url):
            raise ValidationError(_("This is the address that the feed has now."))
        return url
