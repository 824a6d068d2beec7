"""The list of readers, the page of one, and what can be done there: stop and erase."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import user_passes_test
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import log

from texts.addresses import mark_of
from texts.admin.columns import AddressColumn, MomentColumn
from texts.admin.log import ERASED, STOPPED
from texts.admin.policy import may_see_numbers, may_see_readers
from texts.models import Channel, ConsentEvent, StoppedBy, Subscriber, TextSettings
from texts.plain.numbers import NumberError
from texts.stopping import erase, stop


class ReaderFilterSet(WagtailFilterSet):
    is_active = django_filters.BooleanFilter(label=gettext_lazy("Gets texts"))
    channel = django_filters.ChoiceFilter(label=gettext_lazy("By"), choices=Channel.choices)

    class Meta:
        model = Subscriber
        fields: list[str] = []


def page_of(reader: Subscriber) -> str:
    return reverse("texts_reader", args=[reader.pk])


class ReaderColumn(AddressColumn):
    """Leads to the page of a reader."""

    cell_template_name = "texts/admin/reader_cell.html"


class ReadersView(ReportView):
    """All readers, also those who have stopped; no export, as nobody needs a list of numbers."""

    model = Subscriber
    page_title = gettext_lazy("Readers of daily texts")
    header_icon = "group"
    index_url_name = "texts_readers"
    index_results_url_name = "texts_readers_results"
    any_permission_required = ["view"]
    default_ordering = "-consented_at"
    filterset_class = ReaderFilterSet
    show_export_buttons = False
    list_export: list[str] = []
    paginate_by = 50
    template_name = "texts/admin/readers.html"
    columns = [
        ReaderColumn("address", label=gettext_lazy("Number or address")),
        Column("first_name", label=gettext_lazy("First name")),
        Column("get_channel_display", label=gettext_lazy("By")),
        BooleanColumn("is_active", label=gettext_lazy("Gets texts")),
        MomentColumn("consented_at", label=gettext_lazy("Agreed"), sort_key="consented_at"),
        MomentColumn("stopped_at", label=gettext_lazy("Stopped"), sort_key="stopped_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Subscriber]:
        return Subscriber.objects.select_related("site")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "find_form": FindForm()}


class FindForm(forms.Form):
    """The address travels in the body, since what stands in a URL ends up in logs."""

    address = forms.CharField(
        label=gettext_lazy("Find a number or e-mail address"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


@require_POST
@user_passes_test(may_see_readers)
def find(request: HttpRequest) -> HttpResponse:
    """Leads to the reader with exactly that address, or back to the list."""
    form = FindForm(request.POST)
    typed = form.cleaned_data["address"] if form.is_valid() else ""
    for settings in TextSettings.objects.select_related("site"):
        found = Subscriber.objects.filter(
            site=settings.site_id, mark=_mark(typed, settings)
        ).first()
        if found:
            return HttpResponseRedirect(page_of(found))
    messages.warning(request, _("Nobody with that number or address gets or got texts."))
    return HttpResponseRedirect(reverse("texts_readers"))


def _mark(typed: str, settings: TextSettings) -> str:
    try:
        number = settings.read_number(typed)
    except NumberError:
        return mark_of(typed)
    return mark_of(number.e164)


@require_safe
@user_passes_test(may_see_readers)
def reader(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of one reader: consent, and the latest messages without their words."""
    found = get_object_or_404(Subscriber.objects.select_related("site"), pk=pk)
    address = (may_see_numbers(request.user) and found.address) or found.masked_address
    context = {
        "header_title": address,
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("texts_readers"), "label": _("Readers of daily texts")},
            {"url": page_of(found), "label": address},
        ],
        "reader": found,
        "events": ConsentEvent.objects.filter(mark=found.mark, site_number=found.site_id),
        "latest": found.messages.select_related("daily_text", "series_text").order_by("-pk")[:30],
    }
    return render(request, "texts/admin/reader.html", context)


@require_POST
@user_passes_test(may_see_readers)
def stop_reader(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Subscriber, pk=pk)
    if stop(found.mark, StoppedBy.PRACTICE, how="admin"):
        log(request.user, STOPPED, data={"reader": pk})
        messages.success(request, _("Stopped. No more texts are sent there."))
    return HttpResponseRedirect(page_of(found))


@require_POST
@user_passes_test(may_see_readers)
def erase_reader(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once more, and then forgets all but the mark by which a stop holds."""
    found = get_object_or_404(Subscriber, pk=pk)
    if "confirmed" not in request.POST:
        context = {
            "header_title": _("Erase this reader?"),
            "header_icon": "bin",
            "reader": found,
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": page_of(found), "label": found.masked_address},
            ],
        }
        return render(request, "texts/admin/erase.html", context)
    erase(found)
    log(request.user, ERASED, data={"reader": pk})
    messages.success(
        request, _("Erased. Only a mark is left, so that the number is not texted again.")
    )
    return HttpResponseRedirect(reverse("texts_readers"))
