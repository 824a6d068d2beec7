"""A feed opened in a browser is shown by a stylesheet, which readers do not notice."""

from __future__ import annotations

import pytest
from lxml import etree

from podcast.feed.check import check_feed
from podcast.feed.render import keep_items
from tests.feed_readers import READERS
from tests.podcast.feed.samples import channel, item, joined

SHOW = channel(stylesheet_url='/static/feed.xsl?a=1&b="2"?>')


def stylesheet(xml: bytes) -> etree._ProcessingInstruction:
    (instruction,) = etree.fromstring(xml).itersiblings(preceding=True)
    assert instruction.target == "xml-stylesheet"
    return instruction


def test_the_stylesheet_is_named_between_declaration_and_feed() -> None:
    xml = joined(SHOW, [item()])
    assert xml.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<?xml-stylesheet ")
    assert stylesheet(xml).attrib["type"] == "text/xsl"


def test_no_address_can_end_the_instruction() -> None:
    assert "a=1&amp;b=" in stylesheet(joined(SHOW, [])).text
    assert stylesheet(joined(SHOW, [])).text.count("?>") == 0


def test_without_a_stylesheet_there_is_no_instruction() -> None:
    assert b"xml-stylesheet" not in joined(channel(), [])


def test_a_feed_that_loses_items_keeps_its_stylesheet() -> None:
    xml = joined(SHOW, [item(2), item(1)])
    kept = keep_items(xml, [str(item(1).guid)])
    assert stylesheet(kept).text == stylesheet(xml).text
    assert kept == joined(SHOW, [item(1)])


@pytest.mark.parametrize("read", READERS)
def test_readers_read_the_same_with_it_and_without(read) -> None:
    xml = joined(SHOW, [item()])
    assert check_feed(xml) == []
    assert read(xml) == read(joined(channel(), [item()]))
