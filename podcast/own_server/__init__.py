"""Asks our own server what apps will ask of it, and says in words what it answered."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from podcast.feed.reading import app_links
from podcast.models import Show
from podcast.own_server.asker import TIMEOUT, Asker, UnreachableError
from podcast.own_server.questions import (
    Answer,
    Outcome,
    about_artwork,
    about_audio,
    about_feed,
    about_files_beside,
)

__all__ = ["Answer", "Outcome", "ask_own_server"]


def ask_own_server(show: Show) -> list[Answer]:
    """Ask for the show's feed and what its newest episode names; an answer to every question.

    Only hosts of our own sites are asked and redirects are reported, not followed. It ends after
    20 seconds at the latest, and at the first address that does not answer at all.
    """
    answers: list[Answer] = []
    try:
        with Asker() as asker:
            for answer in _all_answers(asker, show.feed_url):
                answers.append(answer)
    except UnreachableError as error:
        answers.append(_unreachable(str(error)))
    return answers


def _all_answers(asker: Asker, feed_url: str) -> Iterator[Answer]:
    if not asker.owns(feed_url):
        yield _foreign(feed_url)
        return
    feed = asker.ask("GET", feed_url)
    yield from about_feed(asker, feed)
    if feed.status != 200:
        return
    links = app_links(feed.body)
    for url, about in ((links.audio_url, about_audio), (links.artwork_url, about_artwork)):
        if url and asker.owns(url):
            yield from about(asker, url, links)
        elif url:
            yield _foreign(url)
    yield from (_foreign(url) for url, _kind in links.beside if not asker.owns(url))
    yield from about_files_beside(asker, [pair for pair in links.beside if asker.owns(pair[0])])


def _foreign(url: str) -> Answer:
    what = _("%(url)s is at a host that is none of your sites, so it was not asked.")
    advice = _("If it should be yours, look at Settings, Sites.")
    return Answer(Outcome.UNSURE, what % {"url": url}, advice)


def _unreachable(url: str) -> Answer:
    what = _("No whole answer came from %(url)s within %(seconds)d seconds, so we stopped asking.")
    advice = _(
        "The site may run with a single worker, which cannot answer while it waits for itself, or "
        "a firewall keeps the server from its own address. Open the address in your browser: if "
        "it opens there, listeners are fine."
    )
    return Answer(Outcome.UNSURE, what % {"url": url, "seconds": TIMEOUT}, advice)
