"""Joined feeds are the bytes feedgen writes, today and tomorrow, in every thread."""

from __future__ import annotations

import locale
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from lxml import etree

from podcast.feed.render import join, render_channel, render_item
from tests.podcast.feed.samples import NS, ODD_TEXTS, channel, item, joined, whole


@pytest.mark.parametrize("count", [0, 1, 25])
def test_a_joined_feed_is_byte_for_byte_what_feedgen_renders_whole(count: int) -> None:
    items = [item(number) for number in range(count, 0, -1)]
    assert joined(channel(), items) == whole(channel(), items)


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_odd_texts_join_to_the_bytes_of_feedgen_too(text: str) -> None:
    show = channel(title=f"x{text}", description=text, author=text, copyright=text)
    items = [item(2, title=f"x{text}", summary=text, notes_html=text), item(1, author=text)]
    assert joined(show, items) == whole(show, items)


def test_an_item_with_nothing_optional_joins_to_the_bytes_of_feedgen() -> None:
    bare = item(
        summary="", notes_html="", image_url="", season=None, number=None, author="", persons=()
    )
    assert joined(channel(owner=None, persons=()), [bare]) == whole(
        channel(owner=None, persons=()), [bare]
    )


def test_two_renderings_give_the_same_bytes() -> None:
    first, second = (joined(channel(), [item(2), item(1)]) for _ in range(2))
    assert first == second


def test_the_zone_a_date_was_read_in_does_not_change_the_bytes() -> None:
    east = timezone(timedelta(hours=11))
    moved = replace(item(), published=item().published.astimezone(east))
    assert render_item(moved) == render_item(item())


def test_the_feed_says_when_it_changed_not_when_it_was_rendered() -> None:
    head, _ = render_channel(channel())
    assert "<lastBuildDate>Mon, 02 Mar 2026 07:30:00 GMT</lastBuildDate>" in head


def test_items_keep_the_order_they_are_given_in() -> None:
    xml = join(channel(), (render_item(item(number)) for number in (3, 2, 1)))
    numbers = etree.fromstring(xml).xpath("channel/item/itunes:episode/text()", namespaces=NS)
    assert numbers == ["3", "2", "1"]


def test_a_stored_item_declares_no_namespace_of_its_own() -> None:
    xml = render_item(item())
    assert xml.startswith("<item>")
    assert xml.endswith("</item>")
    assert "xmlns" not in xml


def test_text_that_looks_like_the_feeds_end_does_not_cut_it() -> None:
    text = "</item></channel></rss> <item>"
    show, one = channel(description=text), item(title=text, notes_html="", summary=text)
    feed = etree.fromstring(joined(show, [one, item(2)]))
    assert len(feed.findall("channel/item")) == 2
    assert feed.findtext("channel/item/title") == text


@pytest.fixture
def utf8_locale() -> Iterator[str]:
    """Set a locale that is not C, so that a switch to C shows; give its full name."""
    before = locale.setlocale(locale.LC_ALL)
    for name in ("C.UTF-8", "en_US.UTF-8", ""):
        try:
            locale.setlocale(locale.LC_ALL, name)
            break
        except locale.Error:
            continue
    yield locale.setlocale(locale.LC_ALL)
    locale.setlocale(locale.LC_ALL, before)


def test_eight_threads_leave_the_locale_alone_and_render_the_same_bytes(utf8_locale: str) -> None:
    def render(_: int) -> tuple[bytes, str]:
        return joined(channel(), [item(2), item(1)]), locale.setlocale(locale.LC_ALL)

    with ThreadPoolExecutor(max_workers=8) as threads:
        feeds, locales = zip(*threads.map(render, range(80)), strict=True)
    assert set(feeds) == {whole(channel(), [item(2), item(1)])}
    assert {*locales, locale.setlocale(locale.LC_ALL)} == {utf8_locale}
