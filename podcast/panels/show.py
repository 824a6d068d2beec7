"""What a show's form asks: the required things first, the rest in a tab of its own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel

from podcast.panels.license import license_panel

SHOW_PANELS = [
    FieldPanel("description"),
    FieldPanel("artwork"),
    MultiFieldPanel(
        [FieldPanel("author_name"), FieldPanel("owner_email"), FieldPanel("copyright")],
        heading=_("Who makes it"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("category"),
            FieldPanel("language"),
            FieldPanel("show_type"),
            FieldPanel("explicit"),
        ],
        heading=_("For directories"),
    ),
    InlinePanel(
        "listings",
        heading=_("Where it is listed"),
        label=_("Listing"),
        help_text=_("Links on the page where listeners subscribe."),
    ),
]

SHOW_FEED_PANELS = [
    FieldPanel(
        "extras",
        heading=_("People, support links and more"),
        help_text=_(
            "All of it is voluntary: apps that know a thing show it, others pass over it. The "
            "cogwheel holds what is rarely needed."
        ),
    ),
    MultiFieldPanel(
        [FieldPanel("update_frequency"), FieldPanel("update_words"), FieldPanel("complete")],
        heading=_("When episodes come"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldPanel("second_category"),
            FieldPanel("third_category"),
            FieldPanel("website"),
            FieldPanel("medium"),
        ],
        heading=_("In directories"),
        classname="collapsed",
    ),
    license_panel(_("What others may do with your episodes. Empty: nothing is said.")),
    MultiFieldPanel(
        [
            HelpPanel(template="podcast/admin/identity.html"),
            FieldPanel("feed_paging"),
            FieldPanel("feed_locked"),
            FieldPanel("hidden"),
        ],
        heading=_("The feed"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [HelpPanel(template="podcast/admin/moving_away.html"), FieldPanel("new_feed_url")],
        heading=_("Moving away"),
        classname="collapsed",
    ),
]
