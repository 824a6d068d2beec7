"""The questions that apps and directories put to a server, and what its answers mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from cms.syndication import RSS_TYPE
from podcast.feed.reading import AppLinks
from podcast.own_server.asker import Asker, Reply


class Outcome(StrEnum):
    GOOD = "good"
    BAD = "error"
    UNSURE = "warning"


@dataclass(frozen=True, slots=True)
class Answer:
    """What our server said to one question, and what to do where it was wrong."""

    outcome: Outcome
    what: str
    advice: str = ""


def about_feed(asker: Asker, feed: Reply) -> Iterator[Answer]:
    """``feed`` is what a plain GET brought."""
    if feed.status != 200:
        yield _not_there(_("The feed"), feed)
        return
    yield _judged(
        feed.kind == RSS_TYPE,
        _("The feed is there, and is called what it is."),
        _("The feed is there, but is called “%(kind)s”.") % {"kind": feed.kind},
        _("The server in front of the site must leave the Content-Type as it is."),
    )
    head = asker.ask("HEAD", feed.url)
    yield _judged(
        head.status == 200,
        _("HEAD is answered: directories can look without loading."),
        _("HEAD is answered with %(status)d.") % {"status": head.status},
        _("Let the server in front of the site pass HEAD on."),
    )
    again = asker.ask("GET", feed.url, If_None_Match=feed.headers.get("ETag", ""))
    yield _judged(
        bool(feed.headers.get("ETag")) and again.status == 304,
        _("Who has the feed already is told so (304) and loads nothing."),
        _("Who has the feed already loads it again each time (no 304)."),
        _("The server in front of the site must not remove or change the ETag."),
    )
    packed = asker.ask("GET", feed.url, Accept_Encoding="gzip")
    yield _judged(
        packed.headers.get("Content-Encoding") == "gzip" and packed.body[:2] == b"\x1f\x8b",
        _("The feed is sent packed (gzip)."),
        _("The feed is sent unpacked: apps load many times as much."),
        _("The server in front of the site must pass Accept-Encoding on."),
    )


def about_audio(asker: Asker, url: str, links: AppLinks) -> Iterator[Answer]:
    head = asker.ask("HEAD", url)
    if head.status != 200:
        yield _not_there(_("The audio of the newest episode"), head)
        return
    length = head.headers.get("Content-Length", "")
    yield _judged(
        length == links.audio_length,
        _("The audio of the newest episode is there, as long as the feed says."),
        _("The audio has %(length)s bytes, but the feed says %(said)s.")
        % {"length": length or "?", "said": links.audio_length},
        _("Upload the recording again and publish the episode."),
    )
    yield _judged(
        head.kind == links.audio_type,
        _("The audio has the type that the feed says."),
        _("The audio is sent as “%(kind)s”, but the feed says %(said)s.")
        % {"kind": head.kind, "said": links.audio_type},
        _("The server in front of the site must leave the Content-Type as it is."),
    )
    part = asker.ask("GET", url, Range="bytes=0-1")
    is_part = (
        part.status == 206
        and len(part.body) == 2
        and part.headers.get("Content-Range", "") == f"bytes 0-1/{length}"
    )
    yield _judged(
        is_part and head.headers.get("Accept-Ranges", "").lower() == "bytes",
        _("Listeners can jump within the audio (ranges)."),
        _("Listeners cannot jump within the audio: ranges are not answered as they should."),
        _("Apple requires it. The server in front of the site must pass Range on."),
    )


def about_artwork(asker: Asker, url: str, links: AppLinks) -> Iterator[Answer]:
    head = asker.ask("HEAD", url)
    if head.status != 200:
        yield _not_there(_("The artwork"), head)
        return
    yield _judged(
        head.kind in ("image/jpeg", "image/png"),
        _("The artwork is there, as JPEG or PNG."),
        _("The artwork is sent as “%(kind)s”; directories want JPEG or PNG.") % {"kind": head.kind},
        _("The server in front of the site must leave pictures as they are."),
    )
    varies = {name.strip().lower() for name in head.headers.get("Vary", "").split(",")}
    yield _judged(
        not varies & {"accept", "user-agent", "*"},
        _("Everybody gets the same artwork."),
        _("The server may send another picture to some apps (Vary)."),
        _("Switch off what converts pictures on their way."),
    )


def about_files_beside(asker: Asker, files: Sequence[tuple[str, str]]) -> Iterator[Answer]:
    """Chapters and transcripts, by address and type: one answer for all that are alike."""
    there = []
    for url, said in files:
        reply = asker.ask("GET", url)
        if reply.status == 200:
            there.append((reply, said))
        else:
            yield _not_there(_file_name(url, said), reply)
    if there:
        yield from _about_their_headers(there)


def _about_their_headers(replies: Sequence[tuple[Reply, str]]) -> Iterator[Answer]:
    unlike, closed = [], []
    for reply, said in replies:
        if reply.kind != said.partition(";")[0].strip().lower():
            unlike.append(_file_name(reply.url, said))
        if reply.headers.get("Access-Control-Allow-Origin") != "*":
            closed.append(_file_name(reply.url, said))
    yield _judged(
        not unlike,
        _("Chapters and transcripts are called what they are."),
        _("The server sends these with another type than the feed says: %(names)s.")
        % {"names": ", ".join(unlike)},
        _("The server in front of the site must leave the Content-Type as it is."),
    )
    yield _judged(
        not closed,
        _("Players on other sites may read chapters and transcripts (CORS)."),
        _("Players on other sites may not read these (CORS): %(names)s.")
        % {"names": ", ".join(closed)},
        _("The server in front of the site must leave Access-Control-Allow-Origin as it is."),
    )


def _file_name(url: str, kind: str) -> str:
    """As short as it can be told from the others, such as "Transcript en.vtt"."""
    if "chapters" in kind:
        return _("Chapters")
    return _("Transcript %(file)s") % {"file": url.rpartition("/")[2]}


def _judged(is_good: bool, good: str, bad: str, advice: str) -> Answer:
    return Answer(Outcome.GOOD, good) if is_good else Answer(Outcome.BAD, bad, advice)


def _not_there(name: str, reply: Reply) -> Answer:
    """For anything but 200 where apps expect it at once."""
    values = {"name": name, "status": reply.status, "to": reply.headers.get("Location", "")}
    if values["to"]:
        what = _("%(name)s is not at its address: the server sends on to %(to)s (%(status)d).")
        advice = _("Look at Settings, Sites: host name and port must be those that listeners use.")
    else:
        what = _("%(name)s is not there: the server answers %(status)d.")
        advice = _("Open its address in your browser. Is the page published and not private?")
    return Answer(Outcome.BAD, what % values, advice)
