"""The books: the consent ledger, and what readers have answered."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.reports import ReportView

from cms.spreadsheets import HarmlessExport
from texts.admin.columns import MomentColumn, ShortColumn
from texts.models import Act, ConsentEvent, ReceivedReply
from texts.models.replies import MEANINGS


class ConsentFilterSet(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    act = django_filters.ChoiceFilter(label=_("What"), choices=Act.choices)
    mark = django_filters.CharFilter(label=_("Hash of the address"))

    class Meta:
        model = ConsentEvent
        fields: list[str] = []


class ConsentLedger(HarmlessExport, ReportView):
    """All that was ever agreed to and taken back; to be exported, never to be changed."""

    model = ConsentEvent
    page_title = _("Consent ledger")
    header_icon = "history"
    index_url_name = "texts_consents"
    index_results_url_name = "texts_consents_results"
    any_permission_required = ["view"]
    default_ordering = "-at"
    filterset_class = ConsentFilterSet
    paginate_by = 50
    columns = [
        MomentColumn("at", label=_("When"), sort_key="at"),
        Column("get_act_display", label=_("What")),
        Column("how", label=_("How")),
        ShortColumn("wording", label=_("Wording")),
        Column("page_url", label=_("Page")),
        ShortColumn("mark", length=12, label=_("Hash of the address")),
    ]
    list_export = [
        "at", "act", "how", "channel", "mark", "site_name", "language", "wording", "digest",
        "page_url", "network",
    ]  # fmt: skip

    def get_filename(self) -> str:
        return "consent-ledger"


class ReplyFilterSet(WagtailFilterSet):
    meaning = django_filters.ChoiceFilter(label=_("Means"), choices=MEANINGS)
    is_in_own_words = django_filters.BooleanFilter(label=_("In own words"))

    class Meta:
        model = ReceivedReply
        fields: list[str] = []


class RepliesView(ReportView):
    """What readers have answered. A stop in own words is worth a look: was it meant so?"""

    model = ReceivedReply
    page_title = _("Replies to daily texts")
    header_icon = "comment"
    index_url_name = "texts_replies"
    index_results_url_name = "texts_replies_results"
    any_permission_required = ["view"]
    default_ordering = "-received_at"
    filterset_class = ReplyFilterSet
    show_export_buttons = False
    list_export: list[str] = []
    paginate_by = 50
    columns = [
        MomentColumn("received_at", label=_("Received"), sort_key="received_at"),
        Column("masked_address", label=_("From")),
        Column("get_meaning_display", label=_("Means")),
        BooleanColumn("is_in_own_words", label=_("In own words")),
        Column("text", label=_("Text")),
    ]

    def get_base_queryset(self) -> QuerySet[ReceivedReply]:
        return ReceivedReply.objects.all()
