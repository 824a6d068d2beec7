"""The last seven days of the daily texts, on the admin's home page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar, Final

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from texts.admin.policy import has_any
from texts.admin.statistics import sums_since
from texts.breakers import is_alarm, parts_on
from texts.models import DailyText, Subscriber, TextSettings

DAYS: Final = 7


class TextsPanel(Component):
    """Takes no room where there are no texts, or for whom they do not concern."""

    name = "daily_texts"
    order = 70
    template_name = "texts/admin/panel.html"

    class Media:
        css: ClassVar = {"all": ["texts/admin/texts.css"]}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        settings = TextSettings.for_site(Site.find_for_request(request))
        if not settings.are_on or not has_any(request.user):
            return {"is_shown": False}
        now = timezone.now()
        today = timezone.localdate()
        planned = DailyText.objects.filter(site=settings.site_id, day__gte=today)
        return {
            "is_shown": True,
            "readers": Subscriber.objects.active().filter(site=settings.site_id).count(),
            "sums": sums_since(now - timedelta(days=DAYS)),
            "ahead": planned.values("day").distinct().count(),
            "has_tomorrow": planned.filter(day=today + timedelta(days=1)).exists(),
            "is_alarm": is_alarm(settings),
            "is_spent": parts_on(settings.site_id, now.date()) >= settings.parts_a_day,
        }
