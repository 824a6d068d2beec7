"""Our own image model from the first migration, since it cannot be changed later."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.images.models import Image as WagtailImage

from cms.intake import cleaned

logger = logging.getLogger(__name__)


class CleanedFile(ContentFile[bytes]):
    """The bytes of a picture that have been through the intake."""


class PictureFile(WagtailImageFieldFile):
    """A picture's file, which takes in nothing that has not been cleaned, whoever brings it."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        if not isinstance(content, CleanedFile):
            content.seek(0)
            content = CleanedFile(cleaned(content.read()), name=name)
        super().save(name, content, save)


class PictureField(WagtailImageField):
    """Where a picture's file is stored."""

    attr_class = PictureFile


class Picture(AbstractImage):
    """A picture in the library; its description is the alternative text."""

    file = PictureField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )

    admin_form_fields = WagtailImage.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Before its sides are written: a picture that lay on its side has been set upright.
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)

    def get_rendition(self, filter: Filter | str) -> AbstractRendition:
        """As ``get_renditions()``: Wagtail's own writes into the cache what was fetched with the picture."""
        return next(iter(self.get_renditions(filter).values()))

    def get_renditions(self, *filters: Filter | str) -> dict[str, AbstractRendition]:
        """Wagtail's, with filters that are read once: a page asks for some thirty."""
        return super().get_renditions(*(_known(each) for each in filters))


def _known(wanted: Filter | str) -> Filter | str:
    if isinstance(wanted, str):
        return _read(wanted)
    return _read(wanted.spec) if type(wanted) is Filter else wanted


@lru_cache(maxsize=256)
def _read(spec: str) -> Filter:
    return Filter(spec=spec)


def fetch_renditions(pictures: Iterable[Picture | None]) -> None:
    """Those of all pictures together, before templates ask for them picture by picture."""
    models.prefetch_related_objects([each for each in pictures if each], "renditions")


def rendition_url(picture: Picture | None, spec: str, *, base: str) -> str:
    """The picture cut to ``spec`` at an absolute address; "" without one, or if its file is gone.

    For feeds: a lost picture must not cost an episode or an article.
    """
    if picture is None:
        return ""
    try:
        return urljoin(base, picture.get_rendition(spec).url)
    except OSError:
        logger.exception("Picture %s cannot be drawn", picture.pk)
        return ""


class Rendition(AbstractRendition):
    """A picture cut and sized for one place on a page."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]
