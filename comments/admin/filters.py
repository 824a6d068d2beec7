"""By what moderators narrow the queue down; what waits is shown where they say nothing."""

from __future__ import annotations

from typing import Any, Final

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.widgets import AdminPageChooser, BooleanRadioSelect
from wagtail.models import Locale, Page

from comments.admin.likeness import HAS_SCORE, Likeness
from comments.admin.policy import may_see_addresses
from comments.models import Comment, Status

ALL: Final = "all"
STATUSES: Final = [
    (Status.PENDING.value, Status.PENDING.label),
    (Status.APPROVED.value, Status.APPROVED.label),
    (Status.REJECTED.value, Status.REJECTED.label),
    (Status.SPAM.value, Status.SPAM.label),
    (ALL, _("all")),
]


def searched(comments: QuerySet[Comment], query: str, user: Any) -> QuerySet[Comment]:
    """Those that have ``query`` in their words, or in the address where ``user`` may see it."""
    found = Q(text__icontains=query) | Q(name__icontains=query)
    if may_see_addresses(user):
        found |= Q(email__icontains=query)
    return comments.filter(found)


class CommentFilterSet(WagtailFilterSet):
    """The names of its fields are those in the address of the queue."""

    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=STATUSES,
        empty_label=None,
        initial=Status.PENDING.value,
        method="with_status",
    )
    page = django_filters.ModelChoiceFilter(
        label=_("Page"), queryset=Page.objects.all(), widget=AdminPageChooser
    )
    locale = django_filters.ModelChoiceFilter(
        label=_("Language"), field_name="page__locale", queryset=Locale.objects.all()
    )
    score = django_filters.ChoiceFilter(
        label=_("Like spam"), choices=Likeness.choices, method="with_score"
    )
    created_at = django_filters.DateFromToRangeFilter(label=_("Sent"), widget=DateRangePickerWidget)
    is_from_practice = django_filters.BooleanFilter(
        label=_("From the practice"), widget=BooleanRadioSelect
    )
    sender = django_filters.CharFilter(
        label=_("Same sender"), help_text=_("A mark that holds for one day.")
    )

    class Meta:
        model = Comment
        fields: list[str] = []

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        if data is not None and not data.get("status"):
            data = data.copy()
            data["status"] = Status.PENDING.value
        super().__init__(data, *args, **kwargs)

    def with_status(self, comments: QuerySet[Comment], name: str, value: str) -> QuerySet[Comment]:
        return comments if value == ALL else comments.filter(status=value)

    def with_score(self, comments: QuerySet[Comment], name: str, value: str) -> QuerySet[Comment]:
        return comments.filter(HAS_SCORE[Likeness(value)])
