"""Tags about rights, money and proofs, of a show and of an episode."""

from __future__ import annotations

from lxml import etree

from podcast.feed.licenses import LICENSES
from podcast.feed.namespace import PODCAST
from podcast.feed.parts import ValueRecipient
from podcast.feed.tags.adding import add
from podcast.feed.types import Channel, Item
from podcast.feed.values import DECIMAL, TEXT_LIMIT, TXT_LIMIT, matching, phrase, web_address


def fundings(parent: etree._Element, record: Channel | Item) -> None:
    """Write where listeners may give."""
    for funding in record.fundings:
        if url := web_address(funding.url):
            add(parent, PODCAST, "funding", phrase(funding.text), url=url)


def license_(parent: etree._Element, record: Channel | Item) -> None:
    """Write the licence in small letters, with its own address or the one that a list knows."""
    if record.license is None:
        return
    name = " ".join(record.license.name.lower().split())
    url = web_address(record.license.url) or LICENSES.get(name, "")
    if name and url and len(name) <= TEXT_LIMIT:
        add(parent, PODCAST, "license", name, url=url)


def txts(parent: etree._Element, record: Channel | Item) -> None:
    """Write texts for machines. One that is too long is left out: half a proof proves nothing."""
    for txt in record.txts:
        if txt.text and len(txt.text) <= TXT_LIMIT and len(txt.purpose) <= TEXT_LIMIT:
            add(parent, PODCAST, "txt", txt.text, purpose=txt.purpose)


def value(parent: etree._Element, record: Channel | Item) -> None:
    """Write how apps may pay, if there is anybody who gets a share."""
    if record.value is None or not (record.value.type and record.value.method):
        return
    recipients = [one for one in record.value.recipients if _is_payable(one)]
    if recipients:
        element = add(
            parent,
            PODCAST,
            "value",
            type=record.value.type,
            method=record.value.method,
            suggested=matching(DECIMAL, record.value.suggested),
        )
        for recipient in recipients:
            _recipient(element, recipient)


def _is_payable(recipient: ValueRecipient) -> bool:
    return bool(recipient.type and recipient.address and recipient.split > 0)


def _recipient(parent: etree._Element, recipient: ValueRecipient) -> None:
    add(
        parent,
        PODCAST,
        "valueRecipient",
        name=phrase(recipient.name),
        type=recipient.type,
        address=recipient.address,
        split=str(recipient.split),
        customKey=recipient.custom_key,
        customValue=recipient.custom_value,
        fee="true" if recipient.fee else "",
    )
