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


# Where no other source is named, a scheme is from github.com/nathangathright/podcast-platform-links,
# which is kept up by people who try them. Most schemes lose the "s" of https, so the app asks by
# http first and the site has to redirect (SECURE_SSL_REDIRECT).
LISTENING_APPS: Final = (
    ListeningApp("Apple Podcasts", _("iPhone, iPad, Mac"), lambda url: f"podcast://{_bare(url)}"),
    # Its own test says so too: pocket-casts-android, IntentUtilTest.kt.
    ListeningApp(
        "Pocket Casts", _("iPhone, Android"), lambda url: f"pktc://subscribe/{_bare(url)}"
    ),
    ListeningApp(
        "Overcast",
        _("iPhone, iPad"),
        lambda url: f"overcast://x-callback-url/add?url={_whole(url)}",
    ),
    ListeningApp("Castro", _("iPhone, iPad"), lambda url: f"castros://subscribe/{_bare(url)}"),
    # antennapod.org/documentation/podcasters-hosters/add-on-antennapod
    ListeningApp(
        "AntennaPod",
        _("Android"),
        lambda url: f"https://antennapod.org/deeplink/subscribe?url={_whole(url)}",
    ),
    # Also a page where the app is not installed, unlike its scheme.
    ListeningApp(
        "Podcast Addict",
        _("Android"),
        lambda url: f"https://podcastaddict.com/feed/{_whole(url)}",
    ),
    # gPodder's gpodder-url-handler.desktop; many feed readers take it as well.
    ListeningApp(
        _("gPodder and others"), _("Linux, Windows, Mac"), lambda url: f"feed://{_bare(url)}"
    ),
)
