"""The tabs of a page's form: what everybody needs first, what apps can be told beside it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import ObjectList, Panel, TabbedInterface
from wagtail.models import Page


def tabs(
    content: list[Panel],
    for_apps: list[Panel],
    form: type[WagtailAdminPageForm],
    settings: list[Panel] = Page.settings_panels,
) -> TabbedInterface:
    """Wagtail's own tabs, with one more after the first."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(for_apps, heading=_("More for apps")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(settings, heading=_("Settings")),
        ],
        base_form_class=form,
    )
