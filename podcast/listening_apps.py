"""The podcast apps that take a feed's address from a link, each with the link it wants."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ListeningApp:
    """An app, what it runs on, and how it is handed the feed at an address with https://."""

    name: str | Promise
    platforms: str | Promise
    link: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class AppLink:
    """A link that opens a feed in an app."""

    name: str | Promise
    platforms: str | Promise
    url: str


def app_links(feed_url: str) -> list[AppLink]:
    """A link for each app that subscribes to the feed at ``feed_url``."""
    return [AppLink(app.name, app.platforms, app.link(feed_url)) for app in LISTENING_APPS]


def _bare(feed_url: str) -> str:
    """The address without its scheme, for apps that put one of their own in its place."""
    return re.sub(r"^https?://", "", feed_url)


def _whole(feed_url: str) -> str:
    """The address as the value of a parameter."""
    return quote(feed_url, safe="")


LISTENING_APPS: Final = (
    # Podlove's list of clients (podlove-ui, packages/clients). "pcast:" would open the same app.
    ListeningApp("Apple Podcasts", _("iPhone, iPad, Mac"), lambda url: f"podcast://{_bare(url)}"),
    # Pocket Casts for Android, IntentUtilTest: it asks by http first, so the site has to redirect.
    ListeningApp(
        "Pocket Casts", _("iPhone, Android"), lambda url: f"pktc://subscribe/{_bare(url)}"
    ),
    # overcast.fm/podcasterinfo
    ListeningApp(
        "Overcast",
        _("iPhone, iPad"),
        lambda url: f"overcast://x-callback-url/add?url={_whole(url)}",
    ),
    # github.com/nathangathright/podcast-platform-links (schemes); with an "s" it asks by https.
    ListeningApp("Castro", _("iPhone, iPad"), lambda url: f"castros://subscribe/{_bare(url)}"),
    # antennapod.org/documentation/podcasters-hosters/add-on-antennapod
    ListeningApp(
        "AntennaPod",
        _("Android"),
        lambda url: f"https://antennapod.org/deeplink/subscribe?url={_whole(url)}",
    ),
    # github.com/nathangathright/podcast-platform-links
    ListeningApp(
        "Podcast Addict",
        _("Android"),
        lambda url: f"https://podcastaddict.com/feed/{_whole(url)}",
    ),
    # The feed URI scheme (draft-obasanjo-feed-uri-scheme-02): gPodder, and many feed readers.
    ListeningApp(_("gPodder and others"), _("Linux, Windows, Mac"), lambda url: f"feed:{url}"),
)
