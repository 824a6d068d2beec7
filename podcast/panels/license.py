"""The panel in which a license is chosen or, if the list lacks it, named."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


def license_panel(help_text: object) -> MultiFieldPanel:
    return MultiFieldPanel(
        [
            FieldPanel("license", help_text=help_text),
            FieldPanel("license_name"),
            FieldPanel("license_url"),
        ],
        heading=_("License"),
        classname="collapsed",
    )
