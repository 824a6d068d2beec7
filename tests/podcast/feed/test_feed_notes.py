"""Show notes keep a few tags, lose every danger, and end where a sentence ends."""

from __future__ import annotations

from html.parser import HTMLParser
from time import process_time

import pytest

from podcast.feed.notes import clean_notes, limit_html, paragraphs


class _Balance(HTMLParser):
    """Follows the tags of a text; `open` must be empty at its end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def is_well_formed(html: str) -> bool:
    return not _Balance(html).open


@pytest.mark.parametrize("tag", ["p", "ul", "ol", "li", "strong", "em", "b", "i"])
def test_the_tags_that_apps_show_are_kept_without_attributes(tag: str) -> None:
    html = f'<{tag} class="x" style="y" onclick="z">text</{tag}>'
    assert clean_notes(html) == f"<{tag}>text</{tag}>"


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_becomes_a_bold_paragraph(level: int) -> None:
    html = f'<h{level} id="x">Links &lt;h2&gt;</h{level}>'
    assert clean_notes(html) == "<p><strong>Links &lt;h2&gt;</strong></p>"


def test_scripts_styles_pictures_frames_and_comments_go() -> None:
    html = (
        "<p>a<script>alert(1)</script><style>p{}</style><!-- c -->"
        '<img src="https://x.example/p.png"><iframe src="https://x.example/"></iframe>b</p>'
    )
    assert clean_notes(html) == "<p>ab</p>"


@pytest.mark.parametrize(
    "href", ["https://a.example/?b=1&c=2", "http://a.example/", "mailto:a@b.example"]
)
def test_web_and_mail_links_are_kept(href: str) -> None:
    escaped = href.replace("&", "&amp;")
    assert clean_notes(f'<a href="{escaped}" rel="x">y</a>') == f'<a href="{escaped}">y</a>'


@pytest.mark.parametrize("href", ["javascript:x", "data:text/html,x", "ftp://a.example/", "/rel"])
def test_any_other_link_loses_its_address(href: str) -> None:
    assert clean_notes(f'<a href="{href}">y</a>') == "<a>y</a>"


def test_relative_links_are_made_absolute() -> None:
    html = '<a href="/articles/?a=1&amp;b=2">a</a><a href="#t">b</a>'
    assert clean_notes(html, "https://a.example/episode/") == (
        '<a href="https://a.example/articles/?a=1&amp;b=2">a</a>'
        '<a href="https://a.example/episode/#t">b</a>'
    )


def test_broken_html_comes_out_well_formed() -> None:
    assert clean_notes("<p><b>a<i>b</p> 5 < 7") == "<p><b>a<i>b</i></b></p><b><i> 5 &lt; 7</i></b>"


def test_no_named_space_is_left_for_xml_readers_to_stumble_over() -> None:
    assert clean_notes("<p>a&nbsp;b</p>") == "<p>a\u00a0b</p>"


def test_plain_text_becomes_paragraphs_with_line_breaks() -> None:
    assert paragraphs("One & two\r\nthree\r\n\r\n\n<b>four</b>\n") == (
        "<p>One &amp; two<br>three</p><p>&lt;b&gt;four&lt;/b&gt;</p>"
    )
    assert paragraphs(" \n\n ") == ""


def test_what_fits_is_left_as_it_is() -> None:
    html = "<p>" + "é" * 10 + "</p>"
    assert limit_html(html, 27) == html
    assert limit_html(html, 26) == "<p>" + "é" * 9 + "</p>"


@pytest.mark.parametrize(
    ("html", "limit", "kept"),
    [
        ("<p>One.</p><p>Two.</p>", 21, "<p>One.</p>"),
        ("<p>One. Two. Three.</p>", 20, "<p>One. Two.</p>"),
        ("<p>One? “Two!” Three.</p>", 28, "<p>One? “Two!”</p>"),
        ("<p>One <b>two. Three</b> four.</p>", 30, "<p>One <b>two.</b></p>"),
        ("<p>One. See e.g. this and that.</p>", 26, "<p>One.</p>"),
        ("<p>Version 1.5 is out. Next.</p>", 26, "<p>Version 1.5 is out.</p>"),
        ("<ul><li>One</li><li>Two</li></ul>", 30, "<ul><li>One</li></ul>"),
        ("one<br>two three", 10, "one<br>"),
        ("<p>一。二三四五。</p>", 20, "<p>一。</p>"),
    ],
)
def test_a_cut_falls_after_a_whole_sentence_or_paragraph(html: str, limit: int, kept: str) -> None:
    assert limit_html(html, limit) == kept


@pytest.mark.parametrize(
    ("html", "limit", "kept"),
    [
        ("<p>no end of a sentence</p>", 20, "<p>no end of a</p>"),
        ("<p>" + "x" * 50 + "</p>", 20, "<p>" + "x" * 13 + "</p>"),
        ("<p>" + "&amp;" * 10 + "</p>", 20, "<p>&amp;&amp;</p>"),
        ("<p>" + "😀" * 10 + "</p>", 20, "<p>😀😀😀</p>"),
        ("<p>text</p>", 3, ""),
    ],
)
def test_without_a_sentence_the_cut_falls_between_words_or_characters(
    html: str, limit: int, kept: str
) -> None:
    assert limit_html(html, limit) == kept


def test_a_long_row_of_dots_is_cut_without_delay() -> None:
    before = process_time()
    assert limit_html("<p>" + "." * 300_000 + "a</p>") == "<p>" + "." * 3993 + "</p>"
    assert process_time() - before < 20, "The cut tries each dot with all that follow."


@pytest.mark.parametrize("limit", range(0, 240, 3))
def test_every_cut_is_well_formed_and_within_its_limit(limit: int) -> None:
    html = clean_notes(
        "<h2>Überschrift</h2><p>Eins. <b>Zwei <i>drei. Vier</i></b> &amp; fünf…</p>"
        '<ul><li>Sechs<br>sieben.</li><li><a href="https://a.example/?a&amp;b">Acht 😀</a></li>'
        "</ul><p>Neun! Zehn?</p>"
    )
    cut = limit_html(html, limit)
    assert is_well_formed(cut)
    assert len(cut.encode()) <= limit
