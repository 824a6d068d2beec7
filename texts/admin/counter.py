"""The field for a text, which says while one types how many parts it has, what it costs and how it comes.

The page asks ``measured``, so that only one piece of code knows how texts are counted.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.auth import user_passes_test
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Site

from texts.admin.policy import may_write
from texts.models import Channel, Subscriber, TextSettings
from texts.models.writing import MOST_CHARACTERS
from texts.plain.segments import Size, measure
from texts.rendering import render, validate_placeholders

COUNTER: Final = "texts/admin/counter.js"
SAMPLE_NAME: Final = "Alexandra"


class CountedTextarea(AdminAutoHeightTextInput):
    """Wagtail's, with the counter below it."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        attrs = super().build_attrs(*args, **kwargs)
        return {**attrs, "data-texts-counter": reverse("texts_measure")}

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[COUNTER], css={"all": ["texts/admin/texts.css"]})


@require_POST
@user_passes_test(may_write)
def measured(request: HttpRequest) -> JsonResponse:
    """``body`` as it would be sent, its parts and cost in words; ``faults`` where it cannot be."""
    body = request.POST.get("body", "")[: MOST_CHARACTERS + 1]
    chosen = request.POST.get("site", "")
    site = Site.objects.filter(pk=chosen if chosen.isdecimal() else 0).first()
    settings = TextSettings.for_site(site or Site.find_for_request(request))
    try:
        validate_placeholders(body)
    except ValidationError as error:
        return JsonResponse({"faults": error.messages, "count": "", "text": ""})
    text = render(body, sender=settings.sender_name, first_name=SAMPLE_NAME)
    size = measure(text)
    return JsonResponse({"faults": [], "count": in_words(size, settings), "text": text})


def in_words(size: Size, settings: TextSettings) -> str:
    """What an editor wants to know of a text's size."""
    parts = ngettext("%(n)d part", "%(n)d parts", size.parts) % {"n": size.parts}
    left = _("%(left)d characters left in it") % {"left": size.left}
    words = [f"{parts}, {left}"]
    if size.is_unicode:
        words.append(
            _(
                "%(odd)s makes it more expensive: such a text has 70 characters a part instead of 160"
            )
            % {"odd": " ".join(size.odd[:8])}
        )
    if cost := cost_in_words(size.parts, settings):
        words.append(cost)
    return ". ".join(words) + "."


def cost_in_words(parts: int, settings: TextSettings) -> str:
    """What sending it to all readers by text message costs, "" where no price is known."""
    if settings.price is None:
        return ""
    readers = Subscriber.objects.active().filter(site=settings.site_id, channel=Channel.SMS).count()
    cost = parts * readers * float(settings.price)
    words = ngettext("%(cost)s for %(n)d reader", "%(cost)s for %(n)d readers", readers)
    return words % {"cost": f"{cost:.2f} {settings.currency}", "n": readers}
