"""Makes shows of many episodes, each with all the tags an episode normally has and notes of its own."""

from __future__ import annotations

import io
import random
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Site

from cms.models import Author, Picture
from demo.crowd import add_children
from podcast.models import EpisodePage, Recording, Show, Transcript

#: Characters of show notes as HTML.
NOTES = 2_800
_SYLLABLES = ("ba", "cor", "den", "el", "fin", "ga", "hol", "is", "jun", "ka", "lor", "min", "no")
#: What stands below every episode, as it does in real feeds: it is what gzip is good at.
_CLOSING = (
    "<p>Subscribe in your app so that you miss no episode, and write to us: we read every letter.</p>"
    '<p>More at <a href="https://example.org/podcast/">example.org/podcast</a>, where you find '
    '<a href="https://example.org/sources/">our sources</a>, the transcript and all earlier episodes.'
    "</p><p>This podcast gives general information. It does not take the place of a conversation.</p>"
)


def make_show(episodes: int) -> None:
    """Add a show named after its number of ``episodes``, with one picture and one recording for all."""
    chance = random.Random(episodes)  # noqa: S311 (texts, not secrets)
    # gzip looks back over four episodes, so it meets few of them twice.
    sentences = [sentence(chance) for _ in range(1_000)]
    picture = _picture()
    show = Show(
        title=f"Show of {episodes}",
        slug=f"show-{episodes}",
        description="A show to measure.",
        author_name="The Practice",
        category="Health & Fitness/Medicine",
        artwork=picture,
        first_published_at=timezone.now(),
    )
    Site.objects.get(is_default_site=True).root_page.add_child(instance=show)
    recording = _recording()
    people = [_person(name) for name in ("Ada Host", "Ben Guest")]
    transcripts = [("transcript", _transcript())]

    def episode(n: int) -> EpisodePage:
        return EpisodePage(
            title=chance.choice(sentences)[:60],
            slug=f"episode-{n}",
            season=1 + n // 50,
            number=1 + n % 50,
            summary=" ".join(chance.choices(sentences, k=2)),
            show_notes=notes(chance, sentences),
            recording=recording,
            artwork=picture,
            extras=people,
            chapters=[_chapter(chance.choice(sentences), minute) for minute in range(0, 25, 5)],
            transcripts=transcripts,
            first_published_at=timezone.now() - timedelta(days=365, hours=n),
        )

    add_children(show, episode, range(1, episodes + 1))


def prepare_database() -> None:
    call_command("migrate", verbosity=0)


def _picture() -> Picture:
    data = io.BytesIO()
    Image.new("RGB", (1400, 1400), "teal").save(data, "JPEG")
    file = ContentFile(data.getvalue(), name="artwork.jpg")
    return Picture.objects.create(title="Artwork", file=file, width=1400, height=1400)


def _recording() -> Recording:
    return Recording.objects.create(
        title="Recording",
        type="audio",
        file=ContentFile(b"\xff\xfb\x90\x00", name="recording.mp3"),
        mime_type="audio/mpeg",
        extension="mp3",
        duration=1834.2,
        byte_length=29_347_200,
    )


def _person(name: str) -> tuple[str, dict[str, Any]]:
    slug = slugify(name)
    author, _is_new = Author.objects.get_or_create(slug=slug, defaults={"name": name})
    return "person", {
        "author": author,
        "name": "",
        "role": "cast/host",
        "picture": None,
        "link": "",
    }


def _transcript() -> Transcript:
    """One for all: of it, a feed holds no more than where it is."""
    transcript, _is_new = Transcript.objects.get_or_create(title="Transcript", language="en")
    return transcript


def _chapter(title: str, minute: int) -> tuple[str, dict[str, Any]]:
    return "chapter", {"time": f"{minute}:00", "title": title[:60], "url": "", "picture": None}


def notes(chance: random.Random, sentences: list[str]) -> str:
    """``NOTES`` characters of HTML, put together from ``sentences``."""
    written = ""
    while len(written) + len(_CLOSING) < NOTES:
        written += f"<p>{' '.join(chance.choices(sentences, k=5))}</p>"
    return written + _CLOSING


def sentence(chance: random.Random) -> str:
    """Fourteen words by chance."""
    # Half of all words are among a few common ones, as in any language.
    common = [f"{a}{b}" for a in _SYLLABLES[:5] for b in _SYLLABLES[:5]]
    rare = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(7)]
    words = [*chance.choices(common, k=7), *rare]
    chance.shuffle(words)
    return " ".join(words).capitalize() + "."
