"""Each rule of Apple and PSP-1 about the channel finds the feed that breaks it."""

from __future__ import annotations

import pytest

from tests.podcast.feed.broken import broken, codes

LINK = "<link>https://practice.example/podcast/<"
IMAGE = '<itunes:image href="https://practice.example/media/show.jpg"/>'
DATE = "Mon, 02 Mar 2026 07:30:00 GMT"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<title>Rest &amp; Recovery<", "<title><", "title-missing"),
        ("<p>Talks about <b>sleep</b> and rest.</p>", " ", "description-missing"),
        (LINK, "<link><", "link-missing"),
        ("<language>en</language>", "", "language-missing"),
        ("<language>en<", "<language>english<", "language-invalid"),
        ("<language>en<", "<language>en_GB<", "language-invalid"),
        (IMAGE, "", "image-missing"),
        ("itunes:image href=", "itunes:image src=", "image-invalid"),
        ("<itunes:explicit>false</itunes:explicit>", "", "explicit-missing"),
        ("explicit>false<", "explicit>no<", "explicit-invalid"),
        ("explicit>false<", "explicit>clean<", "explicit-invalid"),
        # Translated, as django-cast has it.
        ("explicit>false<", "explicit>nein<", "explicit-invalid"),
        ('rel="self" type=', 'rel="alternate" type=', "self-link"),
        ('rel="hub"', 'rel="self"', "self-link"),
        ('category text="Science"', 'category text="science"', "category-unknown"),
        ('text="Medicine"', 'text="Medecine"', "subcategory-unknown"),
        ("type>serial<", "type>Serial<", "type-invalid"),
        ("itunes:block>Yes<", "itunes:block>No<", "yes-only"),
        ("itunes:complete>Yes<", "itunes:complete>false<", "yes-only"),
        (DATE, DATE.removesuffix(" GMT"), "date-invalid"),
        (DATE, DATE.removeprefix("Mon, "), "date-invalid"),
        (DATE, DATE.replace("Mon", "Tue"), "date-invalid"),
        (DATE, DATE.replace("Mar", "Mrz"), "date-invalid"),
        (DATE, "2026-03-02T07:30:00Z", "date-invalid"),
        ("<language>", "<language>en</language><language>", "tag-repeated"),
        (LINK, "<link>/podcast/<", "url-invalid"),
        (LINK, "<link>https://practice.example/ä<", "url-not-ascii"),
        ("feed-url>https://new.example/", "feed-url>ftp://new.example/", "url-invalid"),
        ("<p>Talks", f"<p>{'é' * 2001}", "description-long"),
    ],
)
def test_a_breach_is_an_error(old: str, new: str, code: str) -> None:
    # White space in CDATA is also found as such.
    assert codes(broken(old, new)) - {"warning text-spaces"} == {f"error {code}"}


def test_a_category_as_text_is_no_category() -> None:
    old = (
        '<itunes:category text="Health &amp; Fitness"><itunes:category text="Medicine"/>'
        '</itunes:category><itunes:category text="Science"/>'
    )
    new = "<itunes:category>Science</itunes:category>"
    assert codes(broken(old, new)) == {"error category-missing"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<itunes:author>The Practice<", "<itunes:author><", "author-missing"),
        ("<podcast:guid>88e92be4-030f-5de7-8f40-28fcc1a225ef</podcast:guid>", "", "guid-missing"),
        (
            '<podcast:locked owner="podcast@practice.example">yes</podcast:locked>',
            "",
            "locked-missing",
        ),
        ("<copyright>", "<copyright>© 2026 ", "copyright-sign"),
        ("<copyright>", "<copyright>Copyright ", "copyright-sign"),
        ("<copyright>", "<copyright> ", "text-spaces"),
        ('medium="podcast"', 'itemGuid2="x" medium="podcast"', "podcast-attribute-unknown"),
        ("<copyright>", f"<copyright>{'x' * 256}", "text-long"),
        (LINK, "<link>http://practice.example/podcast/<", "url-not-https"),
        ("<url>https://practice.example/media/", "<url>https://cdn.example/", "image-differs"),
        (
            "<itunes:title>",
            "<itunes:subtitle>x</itunes:subtitle><itunes:title>",
            "itunes-tag-dropped",
        ),
        (
            "<itunes:title>",
            "<itunes:Title>x</itunes:Title><itunes:title>",
            "itunes-tag-unknown",
        ),
    ],
)
def test_what_costs_quality_is_a_warning(old: str, new: str, code: str) -> None:
    assert codes(broken(old, new)) == {f"warning {code}"}


def test_artwork_without_a_known_ending_is_a_warning() -> None:
    found = codes(broken(IMAGE, '<itunes:image href="https://practice.example/media/show"/>'))
    assert found == {"warning image-ending", "warning image-differs"}


def test_spaces_around_an_attribute_are_found() -> None:
    assert codes(broken('id="apple"', 'id="apple "')) == {
        "warning text-spaces",
        "warning block-service-unknown",
    }
