"""The addresses and the menu of what is written."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Site
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from texts.admin.columns import MomentColumn, PartsColumn
from texts.admin.counter import CountedTextarea
from texts.admin.forms import DailyTextForm
from texts.admin.policy import WRITE
from texts.admin.sent import SentPanel
from texts.models import DailyText, SeriesText
from texts.models.writing import Written


def planned_for(text: Written) -> str:
    if not isinstance(text, DailyText):
        return ""
    if text.day is None:
        return gettext("It is a draft, and not sent.")
    return gettext("It is sent on %(day)s.") % {"day": date_format(text.day, "l, j F Y")}


class EditText(EditView):
    """With the way to send it to oneself."""

    def get_success_message(self) -> str:
        return f"{super().get_success_message()} {planned_for(self.object)}"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("texts_try", args=[self.object._meta.model_name, self.object.pk])
        return [HeaderButton(gettext("Send it to me"), url, icon_name="mail")]


class CreateText(CreateView):
    """For the site that is asked, and for the day that the calendar names (``?day=2026-12-24``)."""

    def get_initial(self) -> dict[str, Any]:
        site = Site.find_for_request(self.request)
        day = self.request.GET.get("day", "")
        return {**super().get_initial(), "site": site, **({"day": day} if day else {})}

    def get_success_message(self, instance: Written) -> str:
        """Names the day, which may have been found for the editor."""
        return f"{super().get_success_message(instance)} {planned_for(instance)}"


class TextsIndex(IndexView):
    def get_base_queryset(self) -> QuerySet[Written]:
        return super().get_base_queryset().select_related("site")


class DailyTextsIndex(TextsIndex):
    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        calendar = HeaderButton(
            gettext("Calendar"), reverse("texts_calendar"), icon_name="calendar-alt"
        )
        return [calendar, *super().header_buttons]


class TextViewSet(SnippetViewSet):
    """What both kinds of texts have in common."""

    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50
    add_view_class = CreateText
    edit_view_class = EditText
    search_fields = ["body"]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """What can be ticked for a group."""
        return Permission.objects.filter(content_type__app_label="texts", codename=WRITE)

    def register_chooser_viewset(self) -> None:
        """Nobody chooses a text."""


class DailyTextViewSet(TextViewSet):
    model = DailyText
    icon = "calendar-alt"
    menu_label = _("Texts")
    menu_order = 10
    base_url_path = "texts/daily"
    admin_url_namespace = "texts_daily"
    index_view_class = DailyTextsIndex
    list_display = [
        "__str__",
        MomentColumn("day", style="D j N Y", label=_("Day"), sort_key="day"),
        PartsColumn("parts", label=_("Parts")),
        "language",
    ]
    ordering = ["-day", "-pk"]
    list_filter = ["day", "language", "site"]
    edit_handler = ObjectList(
        [
            SentPanel(),
            FieldPanel("body", widget=CountedTextarea),
            MultiFieldPanel([FieldPanel("day"), FieldPanel("on_next_free_day")], heading=_("When")),
            FieldRowPanel([FieldPanel("language"), FieldPanel("site")]),
        ],
        base_form_class=DailyTextForm,
    )


class SeriesTextViewSet(TextViewSet):
    model = SeriesText
    icon = "list-ol"
    menu_label = _("For newcomers")
    menu_order = 30
    base_url_path = "texts/newcomers"
    admin_url_namespace = "texts_series"
    index_view_class = TextsIndex
    list_display = [
        "__str__",
        "position",
        PartsColumn("parts", label=_("Parts")),
        "language",
    ]
    ordering = ["position", "pk"]
    list_filter = ["language", "site"]
    panels = [
        FieldPanel("body", widget=CountedTextarea),
        FieldPanel("position"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("site")]),
    ]
