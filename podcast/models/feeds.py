"""The feed of each show, kept ready: one stored item an episode, and the joined body of all."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FeedItem(models.Model):
    """An episode's ``<item>``, rendered when the episode changed and joined when the feed is built."""

    episode = models.OneToOneField(
        "podcast.EpisodePage", on_delete=models.CASCADE, related_name="feed_item"
    )
    xml = models.TextField()
    rendered_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("feed item")

    def __str__(self) -> str:
        return f"<item> of {self.episode_id}"


class Feed(models.Model):
    """A show's feed as it is served.

    ``version`` counts changes; the stored body belongs to ``built_version`` and is built anew by
    the next request when the two differ. ``etag`` is the hash of the body, so a rebuild that
    changes nothing sends nobody anything.
    """

    show = models.OneToOneField("podcast.Show", on_delete=models.CASCADE, related_name="feed")
    version = models.PositiveBigIntegerField(default=1)
    built_version = models.PositiveBigIntegerField(default=0)
    body_gzip = models.BinaryField(default=bytes)
    etag = models.CharField(max_length=64, blank=True)
    last_modified = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("feed")

    def __str__(self) -> str:
        return f"feed of {self.show_id}"

    @property
    def is_current(self) -> bool:
        return self.built_version == self.version
