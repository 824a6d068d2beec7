"""Rules of the podcast namespace that no table holds, because one value hangs on another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from podcast.feed.licenses import LICENSES
from podcast.feed.mediums import PUBLISHER
from podcast.feed.persons import is_person_role
from podcast.feed.rules.common import is_rfc2822
from podcast.feed.rules.elements import child, own_elements, qualified, text_of
from podcast.feed.rules.finding import Finding, error, warning
from podcast.feed.services import SERVICES
from podcast.feed.social import DISABLED, SOCIAL_PROTOCOLS
from podcast.feed.values import DECIMAL, SOUNDBITE_SECONDS, matching

# No longer than any number that Python reads.
_SECONDS: Final = r"[0-9]{1,9}"


def sense_findings(parent: etree._Element) -> Iterator[Finding]:
    """Yield what is well-formed and yet wrong, of a channel (but its items) or of an item."""
    for element in own_elements(parent):
        if rule := _RULES.get(element.tag):
            yield from rule(element)
    yield from _disabled_alone(parent)


def _social_interaction(element: etree._Element) -> Iterator[Finding]:
    protocol = element.get("protocol", "")
    if protocol == DISABLED:
        return
    if not element.get("uri"):
        yield error("social-uri-missing", "A podcast:socialInteract has no uri.")
    if protocol not in SOCIAL_PROTOCOLS:
        yield warning("social-protocol-unknown", f"No app knows the protocol {protocol!r}.")


def _disabled_alone(parent: etree._Element) -> Iterator[Finding]:
    socials = parent.findall(qualified("podcast:socialInteract"))
    is_disabled = any(one.get("protocol") == DISABLED for one in socials)
    is_open = any(child(parent, name) is not None for name in ("comments", "wfw:commentRss"))
    if is_disabled and (is_open or len(socials) > 1):
        yield error("social-disabled", "Comments are disabled and enabled at once.")


def _license(element: etree._Element) -> Iterator[Finding]:
    name = (element.text or "").strip()
    if name.lower() not in LICENSES and not element.get("url"):
        yield error("license-url-missing", f"The licence {name!r} is in no list: it needs a url.")
    if name != name.lower():
        yield warning("license-case", f"The licence {name!r} is written in small letters.")


def _soundbite(element: etree._Element) -> Iterator[Finding]:
    shortest, longest = SOUNDBITE_SECONDS
    duration = matching(DECIMAL, element.get("duration", ""))
    if not duration:
        return
    if not shortest <= float(duration) <= longest:
        yield error("soundbite-length", f"A soundbite has {duration} seconds, not 15 to 120.")
    start = matching(DECIMAL, element.get("startTime", ""))
    whole = text_of(element.getparent(), "itunes:duration") or ""
    # The duration of the feed is rounded; without a true one nothing can be said.
    length = int(matching(_SECONDS, whole) or 0)
    if start and length and float(start) + float(duration) > length + 1:
        yield error("soundbite-end", "A soundbite ends after the episode.")


def _person(element: etree._Element) -> Iterator[Finding]:
    group, role = element.get("group") or "cast", element.get("role") or "host"
    if not is_person_role(group, role):
        yield warning("person-role-unknown", f"No app knows the role {role!r} in {group!r}.")


def _trailer(element: etree._Element) -> Iterator[Finding]:
    date = element.get("pubdate")
    if date and not is_rfc2822(date):
        yield error("trailer-date", f"The trailer's pubdate {date!r} is no date.")


def _publisher(element: etree._Element) -> Iterator[Finding]:
    for remote in element.findall(qualified("podcast:remoteItem")):
        if remote.get("medium") != PUBLISHER:
            yield error("publisher-medium", "The publisher's feed is not of the medium publisher.")


def _block(element: etree._Element) -> Iterator[Finding]:
    service = element.get("id")
    if service is not None and service not in SERVICES:
        yield warning("block-service-unknown", f"No list knows the service {service!r}.")


def _live_item(element: etree._Element) -> Iterator[Finding]:
    for name in ("podcast:transcript", "podcast:chapters"):
        if element.find(qualified(name)) is not None:
            yield warning("live-item-crash", f"AntennaPod crashes on {name} in a live item.")


def _images(element: etree._Element) -> Iterator[Finding]:
    yield warning("images-deprecated", "The podcast:images gave way to podcast:image.")


_RULES: Final[dict[str, Callable[[etree._Element], Iterator[Finding]]]] = {
    qualified("podcast:socialInteract"): _social_interaction,
    qualified("podcast:license"): _license,
    qualified("podcast:soundbite"): _soundbite,
    qualified("podcast:person"): _person,
    qualified("podcast:trailer"): _trailer,
    qualified("podcast:publisher"): _publisher,
    qualified("podcast:block"): _block,
    qualified("podcast:liveItem"): _live_item,
    qualified("podcast:images"): _images,
}
