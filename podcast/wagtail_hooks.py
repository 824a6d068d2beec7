"""What the podcast adds to the Wagtail admin."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from podcast.models import Transcript
from podcast.pictures import ForApps
from podcast.transcript_forms import chooser_form
from podcast.views import recordings


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
