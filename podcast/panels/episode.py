"""What apps can be told of an episode beside what everybody needs."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from podcast.panels.license import license_panel

EPISODE_FEED_PANELS = [
    FieldPanel(
        "extras",
        heading=_("People, best moments and more"),
        help_text=_(
            "All of it is voluntary. Without people of its own the episode has those of the show. "
            "The cogwheel holds what is rarely needed."
        ),
    ),
    license_panel(_("Empty: that of the show.")),
    MultiFieldPanel(
        [FieldPanel("number_display"), FieldPanel("hidden")],
        heading=_("In apps and directories"),
        classname="collapsed",
    ),
]
