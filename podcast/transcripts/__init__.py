"""Transcripts: what was said and when, and the files it is read from and written to."""

from podcast.transcripts.types import Cue

__all__ = ["Cue"]
