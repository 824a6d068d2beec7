"""Our own image model from the first migration, since it cannot be changed later."""

from __future__ import annotations

import logging
from urllib.parse import urljoin

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

logger = logging.getLogger(__name__)


class Picture(AbstractImage):
    """A picture in the library; its description is the alternative text."""

    admin_form_fields = WagtailImage.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


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
