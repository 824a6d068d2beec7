"""The feed of each show, kept ready: one stored item an episode, and the joined body of all."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

RETRY_AFTER = timedelta(minutes=1)


class FeedItem(models.Model):
    """An episode's ``<item>``, rendered when the episode changed and joined when the feed is built.

    ``fault`` is why the last rendering failed, "" when it did not; ``xml`` is the last good one.
    """

    episode = models.OneToOneField(
        "podcast.EpisodePage", on_delete=models.CASCADE, related_name="feed_item"
    )
    xml = models.TextField()
    fault = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("feed item")

    def __str__(self) -> str:
        return f"<item> of {self.episode_id}"


class Feed(models.Model):
    """A show's feed as it is served.

    ``version`` counts changes; the stored body belongs to ``built_version`` and is built anew when
    the two differ, or when an episode in it has expired (``good_until``). ``etag`` is the hash of the
    body, so a rebuild that changes nothing sends nobody anything. A build that failed leaves the
    last good body and is tried again, but not by every request (``failed_at``);
    ``fault`` says why it was refused.
    """

    show = models.OneToOneField("podcast.Show", on_delete=models.CASCADE, related_name="feed")
    version = models.PositiveBigIntegerField(default=1)
    built_version = models.PositiveBigIntegerField(default=0)
    body_gzip = models.BinaryField(default=bytes)
    etag = models.CharField(max_length=64, blank=True)
    last_modified = models.DateTimeField(null=True)
    good_until = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("feed")

    def __str__(self) -> str:
        return f"feed of {self.show_id}"

    @property
    def is_current(self) -> bool:
        now = timezone.now()
        if self.failed_at and self.body_exists and now < self.failed_at + RETRY_AFTER:
            return True
        expired = self.good_until is not None and self.good_until <= now
        return self.built_version == self.version and not expired

    @property
    def body_exists(self) -> bool:
        return bool(self.etag)

    def read(self) -> bytes:
        """The gzip body, with the ETag and date that belong to it: a build may just have replaced them."""
        self.refresh_from_db(fields=["body_gzip", "etag", "last_modified"])
        return bytes(self.body_gzip)
