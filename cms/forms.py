"""The form by which pictures come into the library, wherever in the admin it is shown."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from cms.intake import cleaned
from cms.models.images import CleanedFile


class PictureUpload(WagtailImageField):
    """Cleans a picture while its file is still in hand, so that what is wrong with it is told at once."""

    def to_python(self, data: Any) -> File[bytes] | None:
        try:
            file = super().to_python(data)
            if file is None:
                return None
            file.seek(0)
            return CleanedFile(cleaned(file.read()), name=file.name)
        except OSError as error:
            # Wagtail, too, looks at the pixels of some, and does not expect that it cannot.
            raise ValidationError(
                _("This picture is damaged and cannot be shown. Save it anew, or choose another."),
                code="damaged",
            ) from error


class PictureForm(BaseImageForm):
    """Wagtail's form with an upload that cleans."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail makes this field itself, whatever the model's field would.
        if given := self.fields.get("file"):
            self.fields["file"] = PictureUpload(
                label=given.label, required=given.required, widget=given.widget
            )
