"""Puts the demo's pictures, recordings and transcripts into the libraries."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.core.files import File
from django.core.files.images import ImageFile
from wagtailmedia.models import MediaType

from cms.models import Picture
from podcast.audio import probe
from podcast.models import Recording, Transcript
from podcast.transcripts.read import read_transcript

FOLDER = Path(__file__).parent


class Library:
    """Loads each of the demo's files once, however many pages show it."""

    def __init__(self) -> None:
        self._pictures: dict[str, Picture] = {}
        self.recording = cache(self._load_recording)
        self.transcript = cache(self._load_transcript)

    def picture(self, name: str, alt: str) -> Picture:
        """The picture, described as whoever showed it first did."""
        if name not in self._pictures:
            self._pictures[name] = self._load_picture(name, alt)
        return self._pictures[name]

    def _load_picture(self, name: str, alt: str) -> Picture:
        with (FOLDER / "pictures" / name).open("rb") as file:
            title = Path(name).stem.replace("-", " ").capitalize()
            picture = Picture(title=title, description=alt, file=ImageFile(file, name=name))
            picture.save()
        return picture

    def _load_recording(self, name: str, title: str) -> Recording:
        with (FOLDER / "audio" / name).open("rb") as file:
            recording = Recording(title=title, type=MediaType.AUDIO, file=File(file, name=name))
            recording.take(probe(file))
            recording.save()
        return recording

    def _load_transcript(self, audio: str, title: str) -> Transcript:
        """The words of the recording ``audio``, which lie beside it."""
        transcript = Transcript(title=title, language="en", follows_sound=True)
        transcript.take(
            read_transcript((FOLDER / "audio" / audio).with_suffix(".vtt").read_bytes())
        )
        transcript.save()
        return transcript
