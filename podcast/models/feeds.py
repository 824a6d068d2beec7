"""The feed of each show, kept ready: one stored item an episode, and the documents joined of them."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.packing import Packed

RETRY_AFTER = timedelta(minutes=1)
A_SECOND = timedelta(seconds=1)


class FeedItem(models.Model):
    """An episode's ``<item>``, rendered when the episode changed and joined when the feed is built.

    ``xml`` is the last good one, or empty where none ever was; ``digest`` and ``length`` (in bytes)
    are those of ``xml``. ``is_stale`` asks the next build to render it; where that has failed it stays
    so, and ``fault`` says why. The row lives as long as the episode, so nothing good is ever forgotten.
    """

    episode = models.OneToOneField(
        "podcast.EpisodePage", on_delete=models.CASCADE, related_name="feed_item"
    )
    xml = models.TextField(blank=True, default="")
    digest = models.CharField(max_length=32, blank=True, default="")
    length = models.PositiveIntegerField(default=0)
    is_stale = models.BooleanField(default=False, db_index=True)
    fault = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("feed item")

    def __str__(self) -> str:
        return f"<item> of {self.episode_id}"


class Feed(models.Model):
    """What is known of a show's feed; what is sent are its ``bodies``.

    ``version`` counts changes; the bodies belong to ``built_version`` and are built anew when the two
    differ or when an episode in them has expired (``good_until``); ``rendering`` names the software
    that wrote them. A build that failed leaves the last good bodies, says why in
    ``fault``, and is tried again, but not by every request (``failed_at``).
    """

    show = models.OneToOneField("podcast.Show", on_delete=models.CASCADE, related_name="feed")
    version = models.PositiveBigIntegerField(default=1)
    built_version = models.PositiveBigIntegerField(default=0)
    rendering = models.CharField(max_length=32, blank=True, default="")
    good_until = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("feed")

    def __str__(self) -> str:
        return f"feed of {self.show_id}"

    @property
    def is_current(self) -> bool:
        """Whether the bodies say what there is to say, or could not be made to a moment ago."""
        now = timezone.now()
        if self.good_until is not None and self.good_until <= now:
            return False
        if self.failed_at and now < self.failed_at + RETRY_AFTER:
            return True
        return self.built_version == self.version


class FeedBody(models.Model):
    """One document of a feed as it is sent: the feed itself (0) or an archive of it, the oldest being 1.

    ``fingerprint`` tells whether it would be built alike, without building it; ``guids`` are those of
    its items, parted by spaces.
    """

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="bodies")
    number = models.PositiveIntegerField(default=0)
    fingerprint = models.CharField(max_length=32)
    guids = models.TextField(blank=True)
    etag = models.CharField(max_length=32)
    last_modified = models.DateTimeField()
    gzip = models.BinaryField()
    brotli = models.BinaryField()

    class Meta:
        verbose_name = _("feed document")
        constraints = [models.UniqueConstraint(fields=["feed", "number"], name="one_body_a_number")]

    def __str__(self) -> str:
        return f"document {self.number} of {self.feed_id}"

    def read(self) -> Packed:
        """The body, with the ETag and date that belong to it: a build may just have replaced them."""
        if self.get_deferred_fields():
            self.refresh_from_db(fields=["gzip", "brotli", "etag", "last_modified"])
        return Packed(self.etag, bytes(self.gzip), bytes(self.brotli))

    def put(self, packed: Packed) -> None:
        """Take a new body; the caller saves.

        HTTP's dates have no fractions: of two bodies in one second, the second is dated a second later,
        or apps that ask by date alone would never be given it.
        """
        self.etag, self.gzip, self.brotli = packed.etag, packed.gzip, packed.brotli
        now = timezone.now().replace(microsecond=0)
        self.last_modified = max(now, self.last_modified + A_SECOND) if self.last_modified else now
