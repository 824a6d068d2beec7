"""The form by which a text is written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from texts.models import DailyText


class DailyTextForm(WagtailAdminModelForm):
    """Knows the next free day; does not let what was sent be changed into something else."""

    on_next_free_day = forms.BooleanField(label=_("On the next free day"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and self.instance.messages.exists() and self.has_changed():
            self.add_error(None, _("It has been sent already. Write another one instead."))
        is_placed = "site" in cleaned and "language" in cleaned
        if cleaned.get("on_next_free_day") and is_placed:
            cleaned["day"] = next_free_day(cleaned["site"], cleaned["language"], self.instance.pk)
        elif (
            (day := cleaned.get("day"))
            and "day" in self.changed_data
            and day < timezone.localdate() - timedelta(days=1)
        ):
            self.add_error("day", _("That day is over. Choose another, or none to keep a draft."))
        return cleaned


def next_free_day(site: Any, language: str, besides: int | None = None) -> date:
    """The first day from tomorrow on that has no text yet."""
    day = timezone.localdate() + timedelta(days=1)
    planned = DailyText.objects.filter(site=site, language=language, day__gte=day)
    others = planned.exclude(pk=besides) if besides else planned
    taken = set(others.values_list("day", flat=True))
    while day in taken:
        day += timedelta(days=1)
    return day
