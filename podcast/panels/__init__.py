"""The forms of shows and episodes in the admin: what is asked for first, and what can wait."""

from podcast.panels.recording import RecordingPanel

__all__ = ["RecordingPanel"]
