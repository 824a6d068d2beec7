"""The menu "Daily texts"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from texts.admin.policy import has_any, may_see_consents, may_see_readers, may_write
from texts.admin.viewsets import DailyTextViewSet, SeriesTextViewSet


class ItemFor(MenuItem):
    """In the menu for who ``may``."""

    def __init__(
        self, label: Any, url_name: str, may: Callable[[Any], bool], **kwargs: Any
    ) -> None:
        super().__init__(label, reverse(url_name), name=url_name, **kwargs)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may(request.user)


class TextsGroup(SnippetViewSetGroup):
    """What is written, and beside it the pages that are no lists of snippets."""

    items = (DailyTextViewSet, SeriesTextViewSet)
    menu_label = _("Daily texts")
    menu_icon = "mobile-alt"
    menu_order = 245
    add_to_admin_menu = True

    def get_submenu_items(self) -> list[MenuItem]:
        return [
            *super().get_submenu_items(),
            ItemFor(_("Calendar"), "texts_calendar", may_write, icon_name="calendar", order=20),
            ItemFor(_("Readers"), "texts_readers", may_see_readers, icon_name="group", order=40),
            ItemFor(_("Replies"), "texts_replies", may_see_readers, icon_name="comment", order=50),
            ItemFor(
                _("Consent ledger"),
                "texts_consents",
                may_see_consents,
                icon_name="history",
                order=60,
            ),
            ItemFor(_("Numbers"), "texts_statistics", has_any, icon_name="table", order=70),
        ]
