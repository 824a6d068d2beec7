"""Says in plain words what a change of the feed means for listeners, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from podcast.feed.changes import Change, Level


@dataclass(frozen=True, slots=True)
class Finding:
    """One change in words: what listeners notice, and what to do ("" where nothing is to be done)."""

    level: Level
    code: str
    what: str
    advice: str = ""


def explained(changes: Iterable[Change]) -> list[Finding]:
    """The sentences for ``changes``, in their order."""
    return [_explain(change) for change in changes]


def _explain(change: Change) -> Finding:
    what, advice = SENTENCES[change.code]
    values = {name: _readable(value) for name, value in asdict(change).items()}
    return Finding(change.level, change.code, str(what) % values, str(advice) % values)


def _readable(value: str) -> str:
    """A date as people write it; everything else as it is."""
    try:
        return date_format(localtime(datetime.fromisoformat(value)), "DATETIME_FORMAT")
    except ValueError:
        return value


NO_ADVICE = ""
# Each: what listeners notice; what to do.
SENTENCES = {
    "cannot-render": (
        _("“%(title)s” cannot be written into the feed, so apps would not get this version."),
        _("Undo your last change. If that does not help, tell whoever looks after the site."),
    ),
    "artwork-missing": (
        _("The show has no artwork. Apple Podcasts and others refuse a show without."),
        _("Choose a square picture of 1400 to 3000 pixels under Artwork."),
    ),
    "category-missing": (
        _("The show has no category. Apple Podcasts and others refuse a show without."),
        _("Choose a category."),
    ),
    "show-guid-lost": (
        _("The show loses the mark by which apps know it for ever (podcast:guid)."),
        _("Do not publish. Tell whoever looks after the site."),
    ),
    "show-guid-changed": (
        _("Apps will take this for another show: its lasting mark (podcast:guid) changes."),
        _("Do not publish. Tell whoever looks after the site."),
    ),
    "new-show": (_("The feed of this show begins to exist."), NO_ADVICE),
    "show-title": (_("The show is called “%(after)s” instead of “%(before)s”."), NO_ADVICE),
    "feed-url-changed": (
        _("The feed moves from %(before)s to %(after)s. Apps must follow it there."),
        _(
            "The old address will lead to the new one, but some apps and directories need weeks or "
            "lose listeners. Put the old slug back unless you must move."
        ),
    ),
    "language-changed": (
        _(
            "The show's language changes from “%(before)s” to “%(after)s”. Directories will list it "
            "among shows in that language."
        ),
        _("Go on only if the episodes are spoken in that language."),
    ),
    "show-artwork": (_("The show gets a new artwork; apps may need a day."), NO_ADVICE),
    "category-changed": (_("The show moves to another category: %(after)s."), NO_ADVICE),
    "complete-on": (
        _("Apps are told that the show has ended. Some will never look for new episodes again."),
        _("Go on only if no further episode will ever come."),
    ),
    "complete-off": (_("The show is no longer marked as ended."), NO_ADVICE),
    "show-block-on": (
        _("Directories are asked to hide the whole show."),
        _("Go on only if listeners shall not find it any more."),
    ),
    "show-block-off": (_("Directories may list the show again."), NO_ADVICE),
    "new-feed-url-on": (
        _("All apps are sent to another feed: %(after)s. Listeners will leave this one."),
        _("Open that address first and make sure that it is your show's new home."),
    ),
    "new-feed-url-off": (_("Apps are no longer sent to another feed."), NO_ADVICE),
    "show-words": (_("Other words or marks of the show change."), NO_ADVICE),
    "vanished": (
        _("“%(title)s” disappears from the feed, and so from apps."),
        _("Publish it again if listeners shall keep it."),
    ),
    "new-episode": (_("“%(title)s” is a new episode for all apps."), NO_ADVICE),
    "date-old": (
        _(
            "“%(title)s” is dated %(after)s, before an episode that is out already (%(before)s). "
            "Apps list it further down and tell nobody of it."
        ),
        _("Go on if that is where it belongs."),
    ),
    "date-future": (
        _("“%(title)s” is dated %(after)s, in the future. Some apps hide it until then."),
        _("Set it to be published at that time instead."),
    ),
    "date-later": (
        _(
            "The date of “%(title)s” moves from %(before)s to %(after)s. Apps may show it as new "
            "once more, above other episodes."
        ),
        _("Keep the old date unless you mean that."),
    ),
    "date-earlier": (
        _(
            "The date of “%(title)s” moves back from %(before)s to %(after)s. Apps list it further "
            "down, where few will see it."
        ),
        _("Keep the old date unless you mean that."),
    ),
    "date-lost": (
        _("“%(title)s” has no date, or gets one for the first time; apps sort it anew."),
        _("Give it the date on which it was first published."),
    ),
    "guid-changed": (
        _(
            "Apps will take “%(title)s” for a new episode: its lasting mark (guid) changes. They "
            "load it again, and listeners find it twice."
        ),
        _("Do not publish. Tell whoever looks after the site."),
    ),
    "guid-lost": (
        _("“%(title)s” loses the mark by which apps know it (guid), and may appear twice."),
        _("Do not publish. Tell whoever looks after the site."),
    ),
    "guid-shared": (
        _("“%(title)s” and “%(other)s” have the same mark (guid). Apps show only one of them."),
        _("Delete one of the two and make it anew."),
    ),
    "title": (_("The title becomes “%(after)s” (it was “%(before)s”)."), NO_ADVICE),
    "title-shared": (
        _("Another episode has the title “%(title)s” too. Listeners will take one for the other."),
        _("Give them different titles."),
    ),
    "enclosure-changed": (
        _(
            "The audio of “%(title)s” moves to another address. Apps load it anew, and who has "
            "heard half of it may start from the beginning."
        ),
        _("Go on if you changed the kind of file on purpose; the old address leads to the new."),
    ),
    "enclosure-missing": (
        _("“%(title)s” has no recording, so it is not in the feed."),
        _("Choose a recording."),
    ),
    "enclosure-shared": (
        _("“%(title)s” and “%(other)s” have the same audio address. Apps show only one of them."),
        _("Delete one of the two and make it anew."),
    ),
    "file-missing": (
        _("The audio file of “%(title)s” is gone from the server. Nobody can hear it."),
        _("Upload the recording again."),
    ),
    "length-differs": (
        _(
            "The feed says that the audio of “%(title)s” has %(after)s bytes, but the file has "
            "%(before)s. Apps break off or refuse it."
        ),
        _("Upload the recording again."),
    ),
    "type-differs": (
        _("The feed calls the audio of “%(title)s” %(after)s, but the file is %(before)s."),
        _("Publish the episode again; if this stays, upload the recording again."),
    ),
    "audio": (_("The recording is another one. Who has loaded it keeps the old one."), NO_ADVICE),
    "audio-type": (_("The audio is now %(after)s (it was %(before)s)."), NO_ADVICE),
    "number-shared": (
        _("“%(other)s” has the number %(after)s too. Apps may put them in a wrong order."),
        _("Give each episode a number of its own."),
    ),
    "season": (_("The season becomes %(after)s (it was %(before)s)."), NO_ADVICE),
    "number": (_("The number becomes %(after)s (it was %(before)s)."), NO_ADVICE),
    "episode-type": (_("The type becomes %(after)s (it was %(before)s)."), NO_ADVICE),
    "artwork": (_("The episode's artwork changes; apps may need a day."), NO_ADVICE),
    "block-changed": (
        _("Whether directories hide “%(title)s” changes."),
        _("Make sure that you meant to hide or show it."),
    ),
    "words": (_("The notes, people, chapters or other words change."), NO_ADVICE),
}
