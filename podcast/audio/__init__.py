"""Tell what a recording is by its bytes: ``probe`` reads it in a process of its own, with limits."""

from podcast.chapters import Chapter

from .probe import probe
from .types import MIME_TYPES, AudioError, AudioInfo, Cover, Limits, Reason

__all__ = [
    "MIME_TYPES",
    "AudioError",
    "AudioInfo",
    "Chapter",
    "Cover",
    "Limits",
    "Reason",
    "probe",
]
