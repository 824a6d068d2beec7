"""The page form that lets nothing out which would lose listeners, unless the editor has read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module

from django.utils.translation import gettext as _

from podcast.artwork import ArtworkForm
from podcast.feed.changes import Change, Level

#: The box that an editor ticks; its value says which warnings have been read.
READ = "feed_warnings_read"


def digest_of(changes: Iterable[Change]) -> str:
    """A short name for exactly these warnings: one more, or another, gives another name."""
    # A page that is not saved yet has another guid each time its form is sent.
    nameless = [replace(change, guid="") for change in changes if change.level == Level.WARNING]
    warnings = sorted(repr(change) for change in nameless)
    return hashlib.sha256("\n".join(warnings).encode()).hexdigest()[:16]


class GateForm(ArtworkForm):
    """A page form that compares the feed before anything goes out: publish, schedule, submit.

    An error stops it. Warnings stop it until the box that comes with them is ticked. Drafts, and
    so autosave, ask nothing.
    """

    #: What stopped the last attempt; empty otherwise.
    feed_changes: Sequence[Change] = ()

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors or self.is_deferred_validation:
            return
        # Pages name their form, and what it asks needs the pages: one of the two must come late.
        gate = import_module("podcast.gate")
        changes = gate.draft_changes(self.instance, self.parent_page)
        levels = {change.level for change in changes}
        has_been_read = self.data.get(READ) == digest_of(changes)
        if Level.ERROR in levels or (Level.WARNING in levels and not has_been_read):
            self.feed_changes = changes
            self.add_error(None, self._message(Level.ERROR in levels))

    @staticmethod
    def _message(has_error: bool) -> str:
        if has_error:
            return _("Listeners would lose something. Read “Before this goes out” and mend it.")
        return _("Read “Before this goes out”, tick the box below it and publish again.")
