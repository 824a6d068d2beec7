"""Choosers that fetch what a page shows of the chosen things, all of a text in one go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wagtail.blocks import PageChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class PictureChooserBlock(ImageChooserBlock):
    """A picture. Its renditions are fetched together with those of others (``cms.blocks.body``)."""

    def bulk_to_python(self, values: Sequence[int | None]) -> list[Any]:
        found = self.target_model.objects.select_related("collection").in_bulk(_present(values))
        return [found.get(value) for value in values]


class EpisodeChooserBlock(PageChooserBlock):
    """An episode with its recording. The ground knows the podcast by name only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"page_type": "podcast.EpisodePage", **kwargs})

    def bulk_to_python(self, values: Sequence[int | None]) -> list[Any]:
        episodes = self.target_model.objects.select_related("recording")
        found = episodes.in_bulk(_present(values))
        return [found.get(value) for value in values]


def _present(values: Iterable[int | None]) -> set[int]:
    return {value for value in values if value is not None}


# Migrations know them as Wagtail's own, which they are to the database.
DECONSTRUCT_ALIASES = {
    PictureChooserBlock: "wagtail.images.blocks.ImageChooserBlock",
    EpisodeChooserBlock: "wagtail.blocks.PageChooserBlock",
}
