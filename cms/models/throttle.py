"""The memory of the throttle."""

from django.db import models


class Bucket(models.Model):
    """When somebody's bucket of tokens will be full again (``cms.throttle``).

    ``key`` is a keyed hash, so that no address can be read from the table; ``full_at`` counts seconds
    since 1970, since databases do sums with numbers alike, but not with dates.
    """

    key = models.CharField(max_length=64, primary_key=True)
    full_at = models.FloatField(db_index=True)

    def __str__(self) -> str:
        return self.key
