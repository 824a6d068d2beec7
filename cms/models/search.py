"""What the site's search reads: a page's words, and the words spoken in it."""

from __future__ import annotations

from django.db import models
from wagtail.models import Page


class SearchEntry(models.Model):
    """A page as the search knows it; ``cms.search.writing`` keeps it up to date.

    The full-text index stands beside this table (docs/decisions/0011). A trigger or the row itself
    takes its words along when it goes, so that deleting pages needs nobody's care.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    kind = models.CharField(max_length=20)
    date = models.DateTimeField(null=True)
    language = models.CharField(max_length=100)
    title = models.TextField()
    text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["-date"], name="search_entry_by_date")]

    def __str__(self) -> str:
        return self.title


class SpokenPassage(models.Model):
    """Some sentences said in a page's recording, from ``start`` on (seconds)."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    start = models.FloatField()
    language = models.CharField(max_length=100)
    text = models.TextField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.text
