"""What directories ask of artwork, told to the editor before it is published."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.models import Picture

# Apple Podcasts: square, 1400 to 3000 pixels; larger pictures are made smaller for the feed.
SMALLEST = 1400


def fits(width: int | None, height: int | None) -> bool:
    """Whether a picture of that size in pixels will do."""
    return width is not None and width == height and width >= SMALLEST


class ArtworkForm(WagtailAdminPageForm):
    """A page form that takes no artwork which apps would refuse; a draft may still hold it."""

    def clean_artwork(self) -> Picture | None:
        artwork = self.cleaned_data.get("artwork")
        if artwork and not self.is_deferred_validation and not fits(artwork.width, artwork.height):
            raise ValidationError(
                _(
                    "This picture is %(width)d by %(height)d pixels. Podcast apps want a square "
                    "of at least %(smallest)d by %(smallest)d."
                ),
                params={"width": artwork.width, "height": artwork.height, "smallest": SMALLEST},
            )
        return artwork
