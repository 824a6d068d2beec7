"""The columns whose cells are more than a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column

from cms.parts import part
from texts.admin.policy import may_see_numbers
from texts.models import TextSettings
from texts.models.writing import Written
from texts.plain.segments import measure
from texts.rendering import render

Context = Mapping[str, Any]


class MomentColumn(Column):
    """A date, or a moment, as it is: "a week ago" is of no use in a plan or as evidence."""

    def __init__(self, name: str, *, style: str = "SHORT_DATETIME_FORMAT", **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.style = style

    def get_value(self, instance: Any) -> str:
        moment = super().get_value(instance)
        if isinstance(moment, datetime):
            moment = timezone.localtime(moment)
        return date_format(moment, self.style) if moment else "–"


class ShortColumn(Column):
    """The beginning of a long value; the rest is said when one points at it."""

    cell_template_name = "texts/admin/short_cell.html"

    def __init__(self, name: str, *, length: int = 120, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.length = length


class PartsColumn(Column):
    """In how many parts it is sent."""

    def get_cell_context_data(self, instance: Written, parent_context: Context) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        site = instance.site
        sender = part(
            parent_context["request"],
            ("sender of texts", site.pk),
            lambda: TextSettings.for_site(site).sender_name,
        )
        return {**context, "value": measure(render(instance.body, sender=sender)).parts}


class AddressColumn(Column):
    """A number or e-mail address; in full for those alone who may see it."""

    def get_cell_context_data(self, instance: Any, parent_context: Context) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        sees = may_see_numbers(parent_context["request"].user)
        return {**context, "value": (sees and instance.address) or instance.masked_address}
