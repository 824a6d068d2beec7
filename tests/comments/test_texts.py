"""The plain text of a comment becomes paragraphs, lines, links and moments, and nothing else."""

import pytest

from comments.texts import as_html, digest_of


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One.\r\nTwo.", "<p>One.<br>Two.</p>"),
        ("  \n\n ", ""),
        ("<b>bold</b> & 'so'", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &#x27;so&#x27;</p>"),
    ],
)
def test_words_are_escaped_and_keep_their_lines(text: str, html: str) -> None:
    assert as_html(text) == html


@pytest.mark.parametrize(
    ("text", "link", "rest"),
    [
        ("See https://a.example/b?c=1&d=2.", "https://a.example/b?c=1&amp;d=2", "</a>."),
        ("(http://a.example)", "http://a.example", "</a>)"),
        ('<https://a.example/">x', "https://a.example/", "</a>&quot;&gt;x"),
        ("HTTPS://A.example/ä", "HTTPS://A.example/ä", "</a></p>"),
    ],
)
def test_an_address_becomes_a_link_that_recommends_nothing(text: str, link: str, rest: str) -> None:
    html = as_html(text)
    assert f'<a href="{link}" rel="nofollow ugc noopener">{link}{rest}' in html


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "http://",
        "https://[",
        "ftp://a.example/",
    ],
)
def test_nothing_else_becomes_a_link(text: str) -> None:
    assert "<a" not in as_html(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("At 4:05 it rains.", 245), ("1:02:03!", 3723), ("(100:00)", 6000), ("0:00", 0)],
)
def test_a_time_leads_to_its_moment_where_there_is_audio(text: str, seconds: int) -> None:
    assert f'<a href="#t={seconds}">' in as_html(text, has_moments=True)
    assert "<a" not in as_html(text)


@pytest.mark.parametrize(
    "text", ["1:2", "12:75", "1:2:3:4", "http://a.example:12:30", "7:30.5", "2026:10:10:10"]
)
def test_what_only_looks_like_a_time_stays_as_it_is(text: str) -> None:
    assert "#t=" not in as_html(text, has_moments=True)


def test_the_digest_does_not_mind_case_and_spaces() -> None:
    assert digest_of("Buy  NOW\n") == digest_of("buy now")
    assert digest_of("buy now") != digest_of("buy, now")
