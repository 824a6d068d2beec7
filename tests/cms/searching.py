"""What the tests of the search share: pages to find, and what was found."""

from django.http import HttpResponse
from wagtail.models import Page, Site

from cms.models import StandardPage
from podcast.models import Transcript
from tests.factories import TranscriptFactory


def publish(title: str, *, under: Page | None = None, **fields) -> StandardPage:
    parent = under or Site.objects.get().root_page
    return parent.add_child(instance=StandardPage(title=title, **fields))


def spoken(text: str) -> Transcript:
    return TranscriptFactory(stored_cues=[{"start": 1, "end": 2, "text": text, "speaker": ""}])


def titles(response: HttpResponse) -> list[str]:
    return [result.page.title for result in response.context["results"]]
