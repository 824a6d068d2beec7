"""Where a show is listed: its pages in the directories, as its editor entered them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class Directory(models.TextChoices):
    """Directories that many listeners use; any other is named by hand."""

    APPLE = "apple", "Apple Podcasts"
    SPOTIFY = "spotify", "Spotify"
    YOUTUBE = "youtube", "YouTube"
    AMAZON = "amazon", "Amazon Music"
    POCKET_CASTS = "pocketcasts", "Pocket Casts"
    OTHER = "other", _("Another one")


class Listing(Orderable):
    """One directory's page of a show."""

    show = ParentalKey("podcast.Show", on_delete=models.CASCADE, related_name="listings")
    directory = models.CharField(_("directory"), max_length=16, choices=Directory.choices)
    name = models.CharField(
        _("its name"), max_length=60, blank=True, help_text=_("Only for another one.")
    )
    url = models.URLField(
        _("address"), max_length=500, help_text=_("The address of your show's page there.")
    )

    panels = [
        FieldRowPanel([FieldPanel("directory"), FieldPanel("name")]),
        FieldPanel("url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("listing")
        verbose_name_plural = _("listings")

    def __str__(self) -> str:
        return self.name if self.directory == Directory.OTHER else self.get_directory_display()

    def clean(self) -> None:
        super().clean()
        if self.directory == Directory.OTHER and not self.name:
            raise ValidationError({"name": _("What is the directory called?")})
