"""What directories ask of artwork, told to the editor before it is published."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.admin.forms import WagtailAdminPageForm

from cms.models import Picture

# Apple Podcasts: square, 1400 to 3000 pixels; larger pictures are made smaller for the feed.
SMALLEST = 1400
# What a JPEG can be made of without guessing; scientific pictures with 16 or 32 bits cannot.
COLOUR_MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr"}


def fits(width: int | None, height: int | None) -> bool:
    """Whether a picture of that size in pixels will do."""
    return width is not None and width == height and width >= SMALLEST


def colour_mode(picture: Picture) -> str:
    """Pillow's name for the picture's colours; "" if its file is gone or broken."""
    try:
        with picture.file.open() as file, Image.open(file) as opened:
            return opened.mode
    except OSError:
        return ""


class ArtworkForm(WagtailAdminPageForm):
    """A page form that takes no artwork which apps would refuse; a draft may still hold it."""

    def clean_artwork(self) -> Picture | None:
        artwork = self.cleaned_data.get("artwork")
        if not artwork or self.is_deferred_validation:
            return artwork
        if colour_mode(artwork) not in COLOUR_MODES:
            raise ValidationError(
                _("This picture cannot be shown by podcast apps. Save it anew as a JPEG or PNG.")
            )
        if not fits(artwork.width, artwork.height):
            raise ValidationError(
                _(
                    "This picture is %(width)d by %(height)d pixels. Podcast apps want a square "
                    "of at least %(smallest)d by %(smallest)d."
                ),
                params={"width": artwork.width, "height": artwork.height, "smallest": SMALLEST},
            )
        return artwork
