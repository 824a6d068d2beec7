"""What the podcast adds to the Wagtail admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from podcast.bulk_gate import look_before_bulk_publishing
from podcast.health_panel import FeedHealthMenuItem, FeedHealthPanel, warn_of_refused_build
from podcast.models import Show, Transcript
from podcast.pictures import ForApps
from podcast.transcript_forms import chooser_form
from podcast.views import editing, health, recordings


class TranscriptChooserViewSet(SnippetChooserViewSet):
    """With an upload, so that nobody has to leave the episode."""

    creation_form_class = chooser_form(Transcript)
    creation_tab_label = _("Upload")
    create_action_label = _("Upload")


class TranscriptViewSet(SnippetViewSet):
    model = Transcript
    icon = "openquote"
    chooser_viewset_class = TranscriptChooserViewSet
    list_display = ["title", "language"]
    list_filter = ["language"]
    add_to_admin_menu = True
    menu_order = 230


register_snippet(TranscriptViewSet)


# Before wagtailmedia's own (order 0), whose edit and delete addresses two of these stand in front of.
@hooks.register("register_admin_urls", order=-10)
def recording_urls() -> list[URLPattern]:
    return [
        path("media/edit/<int:media_id>/", recordings.edit_recording),
        path("media/delete/<int:media_id>/", recordings.delete_recording),
        path("recordings/<int:media_id>/file/", recordings.recording_file, name="recording_file"),
        path(
            "recordings/<int:media_id>/offers/",
            recordings.recording_offers,
            name="recording_offers",
        ),
        path(
            "recordings/<int:media_id>/cover/", recordings.recording_cover, name="recording_cover"
        ),
    ]


@hooks.register("register_image_operations")
def picture_operations() -> list[tuple[str, type[ForApps]]]:
    return [("forapps", ForApps)]


@hooks.register("register_admin_viewset")
def page_viewsets() -> list[ViewSet]:
    return [editing.ShowViewSet(), editing.EpisodeViewSet()]


@hooks.register("register_admin_urls")
def feed_urls() -> list[URLPattern]:
    return [
        path("feed/changes/<int:page_id>/", editing.feed_changes, name="feed_changes"),
        path("feed/health/", health.feed_health, name="feed_health"),
        path("feed/health/<int:show_id>/", health.show_feed_health, name="show_feed_health"),
        path("feed/health/<int:show_id>/ask/", health.ask_server, name="ask_server"),
    ]


@hooks.register("register_reports_menu_item")
def feed_health_menu_item() -> MenuItem:
    return FeedHealthMenuItem(
        _("Feed health"), reverse("feed_health"), name="feed-health", icon_name="media", order=650
    )


@hooks.register("register_page_header_buttons")
def feed_health_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    if page.specific_class is Show and page.permissions_for_user(user).can_edit():
        url = reverse("show_feed_health", args=[page.pk])
        yield Button(_("Feed health"), url, icon_name="media", priority=70)


@hooks.register("construct_homepage_panels")
def feed_health_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(FeedHealthPanel())


hooks.register("after_publish_page", warn_of_refused_build)
hooks.register("before_bulk_action", look_before_bulk_publishing)
