"""Each rule of the podcast namespace finds the feed that breaks it."""

from __future__ import annotations

import pytest

from podcast.feed.rules import check_rules
from podcast.feed.rules.podcast_table import TAGS
from tests.podcast.feed.broken import GOOD, broken, codes

LIVE = (
    '<podcast:liveItem status="live" start="2026-01-01T00:00:00Z">'
    '<podcast:contentLink href="https://a.example/"/>{}</podcast:liveItem></channel>'
)
BITE = 'startTime="33.25" duration="30"'


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<podcast:medium>", "<podcast:mood>x</podcast:mood><podcast:medium>", "tag-unknown"),
        ("<podcast:guid>", "<podcast:season>1</podcast:season><podcast:guid>", "tag-misplaced"),
        (
            "<itunes:duration>",
            "<podcast:medium>podcast</podcast:medium><itunes:duration>",
            "tag-misplaced",
        ),
        (
            "<podcast:medium>",
            "<podcast:medium>podcast</podcast:medium><podcast:medium>",
            "tag-repeated",
        ),
        (' type="text/vtt"', "", "attribute-missing"),
        (' uri="ipfs://bafy1"', "", "attribute-missing"),
        (' address="02d5c1bf8b940dc9cadca86d1b0a3c37"', "", "attribute-missing"),
        (' type="sri"', ' type="md5"', "attribute-invalid"),
        (' rel="creator"', ' rel="author"', "attribute-invalid"),
        ("geo:51.3397,12.3731", "51.3397,12.3731", "attribute-invalid"),
        ("geo:51.3397,12.3731", "geo:91,12", "attribute-invalid"),
        ('osm="R62649"', 'osm="62649"', "attribute-invalid"),
        ('country="de"', 'country="Germany"', "attribute-invalid"),
        ('rrule="FREQ=WEEKLY;BYDAY=MO"', 'rrule="weekly"', "attribute-invalid"),
        ("2026-01-05T00:00:00.000Z", "Monday", "attribute-invalid"),
        ('split="95"', 'split="most"', "attribute-invalid"),
        ('fee="true"', 'fee="yes"', "attribute-invalid"),
        ('startTime="33.25"', 'startTime="0:33"', "attribute-invalid"),
        ('height="1080"', 'height="1080p"', "attribute-invalid"),
        ('title="High quality"', f'title="{"x" * 33}"', "attribute-invalid"),
        ('display="Ch. 1"', f'display="{"x" * 33}"', "attribute-invalid"),
        ('language="de-AT"', 'language="German (Austria)"', "attribute-invalid"),
        ('rel="captions"', 'rel="subtitles"', "attribute-invalid"),
        ('priority="1"', 'priority="first"', "attribute-invalid"),
        ('purpose="verify"', f'purpose="{"x" * 129}"', "attribute-invalid"),
        ("application/json+chapters", "text/json", "attribute-invalid"),
        ('feedGuid="9b024349-', 'feedGuid="{9b024349-', "attribute-invalid"),
        (">Leipzig<", "><", "text-missing"),
        (">Ben Guest<", "><", "text-missing"),
        (">cc-by-4.0<", "><", "text-missing"),
        (">What you will hear<", "><", "text-missing"),
        ("medium>podcast<", "medium>Podcasts<", "text-invalid"),
        ('example">yes</podcast:locked>', 'example">true</podcast:locked>', "text-invalid"),
        ("<podcast:block>yes<", "<podcast:block>true<", "text-invalid"),
        ("<podcast:guid>88e92be4-", "<podcast:guid>88e92be4", "text-invalid"),
        ('season name="The long nights">2<', 'season name="The long nights">two<', "text-invalid"),
        (">Support the show<", f">{'x' * 129}<", "text-long"),
        (">free words<", f">{'x' * 4001}<", "text-long"),
        (
            '<podcast:source uri="ipfs://bafy1"/>',
            '<podcast:integrity type="sri" value="x"/>',
            "tag-repeated",
        ),
    ],
)
def test_a_breach_of_the_table_is_an_error(old: str, new: str, code: str) -> None:
    assert codes(broken(old, new)) == {f"error podcast-{code}"}


def test_an_attribute_of_another_name_is_no_help() -> None:
    assert codes(broken("<podcast:funding url=", "<podcast:funding href=")) == {
        "error podcast-attribute-missing",
        "warning podcast-attribute-unknown",
    }


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("<podcast:podroll/>", "child-missing"),
        ("<podcast:publisher/>", "child-missing"),
        ('<podcast:value type="a" method="b"/>', "child-missing"),
    ],
)
def test_what_holds_other_tags_holds_enough_of_them(tag: str, code: str) -> None:
    xml = GOOD.replace(b"<podcast:medium>", tag.encode() + b"<podcast:medium>", 1)
    assert f"error podcast-{code}" in codes(check_rules(xml))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (BITE, 'startTime="33.25" duration="14.9"', "soundbite-length"),
        (BITE, 'startTime="33.25" duration="121"', "soundbite-length"),
        (BITE, 'startTime="1790" duration="30"', "soundbite-end"),
        (' uri="https://social.example/@ada/1"', "", "social-uri-missing"),
        (
            "<podcast:socialInteract ",
            '<podcast:socialInteract protocol="disabled"/><podcast:socialInteract ',
            "social-disabled",
        ),
        (
            'protocol="activitypub" uri="https://social.example/@ada/1"',
            'protocol="disabled"',
            "social-disabled",
        ),
        (
            '<podcast:license url="https://creativecommons.org/licenses/by/4.0/">cc-by-4.0<',
            "<podcast:license>my own<",
            "license-url-missing",
        ),
        ('pubdate="Thu, 01 Jan 2026', 'pubdate="1 January 2026', "trailer-date"),
        ('medium="publisher"', 'medium="podcast"', "publisher-medium"),
        ('uri="ipfs://bafy1"', 'uri="bafy1"', "url-invalid"),
    ],
)
def test_what_is_well_formed_and_yet_wrong_is_an_error(old: str, new: str, code: str) -> None:
    assert codes(broken(old, new)) == {f"error {code}"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (' rel="captions"', ' rel="captions" lang="en"', "podcast-attribute-unknown"),
        ('role="guest"', 'role="expert"', "person-role-unknown"),
        ('group="cast"', 'group="crowd"', "person-role-unknown"),
        (">cc-by-4.0<", ">CC-BY-4.0<", "license-case"),
        ('id="apple"', 'id="my-app"', "block-service-unknown"),
        ('protocol="activitypub"', 'protocol="myspace"', "social-protocol-unknown"),
        (
            "<itunes:duration>",
            '<podcast:images srcset="https://a.example/a.jpg 1x"/><itunes:duration>',
            "images-deprecated",
        ),
        (
            "<podcast:guid>",
            '<podcast:podping usesPodping="true">x</podcast:podping><podcast:guid>',
            "podcast-text-unexpected",
        ),
    ],
)
def test_what_apps_pass_over_is_a_warning(old: str, new: str, code: str) -> None:
    assert codes(broken(old, new)) == {f"warning {code}"}


def test_a_publisher_is_one_feed() -> None:
    remote = (
        '<podcast:remoteItem feedGuid="9b024349-ccf0-5f69-a609-6b82873eab3c" medium="publisher"/>'
    )
    found = broken("</podcast:publisher>", f"{remote}</podcast:publisher>")
    assert codes(found) == {"error podcast-child-repeated"}


@pytest.mark.parametrize("tag", ["transcript", "chapters"])
def test_what_crashes_antennapod_in_a_live_item_is_found(tag: str) -> None:
    mime_type = "text/vtt" if tag == "transcript" else "application/json"
    inside = f'<podcast:{tag} url="https://a.example/" type="{mime_type}"/>'
    assert codes(broken("</channel>", LIVE.format(inside))) == {"warning live-item-crash"}
    assert codes(broken("</channel>", LIVE.format(""))) == set()


@pytest.mark.parametrize("tag", ["transcript", "chapters"])
def test_what_crashes_antennapod_in_the_channel_is_an_error(tag: str) -> None:
    mime_type = "text/vtt" if tag == "transcript" else "application/json"
    inside = f'<podcast:{tag} url="https://a.example/" type="{mime_type}"/></channel>'
    assert codes(broken("</channel>", inside)) == {"error podcast-tag-misplaced"}


def test_the_table_knows_every_tag_of_the_namespace_and_where_it_may_stand() -> None:
    assert len(TAGS) == 32
    places = {parent for tag in TAGS.values() for parent in tag.parents}
    assert places - {"channel", "item"} <= set(TAGS)
    for tag in TAGS.values():
        assert set(tag.children) <= set(TAGS)
