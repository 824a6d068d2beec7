"""What the podcast adds to the Wagtail admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from podcast.views import editing, recordings


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


@hooks.register("register_admin_viewset")
def page_viewsets() -> list[ViewSet]:
    return [editing.ShowViewSet(), editing.EpisodeViewSet()]


@hooks.register("register_admin_urls")
def feed_urls() -> list[URLPattern]:
    return [path("feed/changes/<int:page_id>/", editing.feed_changes, name="feed_changes")]
