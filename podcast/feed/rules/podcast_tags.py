"""Holds every `podcast:` tag against the table of the namespace."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from podcast.feed.namespace import PODCAST
from podcast.feed.rules.elements import own_elements, qualified
from podcast.feed.rules.finding import Finding, error, warning
from podcast.feed.rules.podcast_sense import sense_findings
from podcast.feed.rules.podcast_table import TAGS, Tag


def podcast_findings(parent: etree._Element) -> Iterator[Finding]:
    """Yield every breach of the podcast namespace in a channel (but its items) or in an item."""
    yield from _repeated(parent)
    for element in own_elements(parent):
        name = etree.QName(element)
        if name.namespace != PODCAST:
            continue
        rules = TAGS.get(name.localname)
        if rules is None:
            yield error("podcast-tag-unknown", f"There is no tag podcast:{name.localname}.")
            continue
        yield from _place(element, name.localname, rules)
        yield from _attributes(element, name.localname, rules)
        yield from _value(element, name.localname, rules)
        yield from _children(element, name.localname, rules)
        if len(element):
            yield from _repeated(element)
    yield from sense_findings(parent)


def _repeated(parent: etree._Element) -> Iterator[Finding]:
    names = (etree.QName(element) for element in parent.iterchildren(etree.Element))
    counts = Counter(name.localname for name in names if name.namespace == PODCAST)
    for tag, count in counts.items():
        if count > 1 and tag in TAGS and not TAGS[tag].many:
            yield error("podcast-tag-repeated", f"There are {count} podcast:{tag}, not one.")


def _place(element: etree._Element, tag: str, rules: Tag) -> Iterator[Finding]:
    parent = etree.QName(element.getparent()).localname
    if parent not in rules.parents:
        yield error("podcast-tag-misplaced", f"A podcast:{tag} must not stand in {parent}.")


def _attributes(element: etree._Element, tag: str, rules: Tag) -> Iterator[Finding]:
    for name in rules.required:
        if not element.get(name):
            yield error("podcast-attribute-missing", f"A podcast:{tag} has no {name}.")
    patterns = rules.required | rules.optional
    for name, value in element.attrib.items():
        if name not in patterns:
            yield warning("podcast-attribute-unknown", f"A podcast:{tag} knows no {name}.")
        elif patterns[name] and not re.fullmatch(patterns[name], value):
            yield error(
                "podcast-attribute-invalid", f"A podcast:{tag} must not have {name}={value!r}."
            )


def _value(element: etree._Element, tag: str, rules: Tag) -> Iterator[Finding]:
    text = element.text or ""
    if rules.value and not text.strip():
        yield error("podcast-text-missing", f"A podcast:{tag} is empty.")
    elif rules.value and not re.fullmatch(rules.value, text):
        yield error("podcast-text-invalid", f"A podcast:{tag} must not say {text!r}.")
    if rules.limit and len(text) > rules.limit:
        yield error(
            "podcast-text-long", f"A podcast:{tag} has {len(text)} of {rules.limit} characters."
        )
    if rules.is_empty and text.strip():
        yield warning("podcast-text-unexpected", f"A podcast:{tag} holds no text.")


def _children(element: etree._Element, tag: str, rules: Tag) -> Iterator[Finding]:
    for child, (least, most) in rules.children.items():
        count = len(element.findall(qualified(f"podcast:{child}")))
        if count < least:
            yield error("podcast-child-missing", f"A podcast:{tag} has no podcast:{child}.")
        if most is not None and count > most:
            yield error("podcast-child-repeated", f"A podcast:{tag} has {count} podcast:{child}.")
