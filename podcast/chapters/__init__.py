"""Chapters of a recording: what they are, and the files they are read from and written to."""

from podcast.chapters.types import Chapter

__all__ = ["Chapter"]
