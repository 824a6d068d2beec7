"""What editors type into the blocks: good values pass, bad ones are refused in words, drafts wait."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamValue

from podcast.blocks import EpisodeExtrasBlock, ShowExtrasBlock
from podcast.blocks.ground import ClockField
from tests.podcast.extras_samples import (
    ALTERNATE,
    EPISODE_EXTRAS,
    LOCATION,
    PERSON,
    PODROLL,
    RECIPIENT,
    SEASON,
    SHOW_EXTRAS,
    SOCIAL,
    SOUNDBITE,
    VALUE,
)

pytestmark = pytest.mark.django_db
SHOW, EPISODE = ShowExtrasBlock(), EpisodeExtrasBlock()


def stream(block: Any, blocks: list[tuple[str, Any]]) -> StreamValue:
    return block.to_python([{"type": kind, "value": value} for kind, value in blocks])


def said(error: ValidationError) -> str:
    """All that the editor is told, whichever block and field it stands at."""
    if hasattr(error, "as_json_data"):
        return str(error.as_json_data())
    return str(error.messages)


def refused(block: Any, blocks: list[tuple[str, Any]]) -> str:
    with pytest.raises(ValidationError) as caught:
        block.clean(stream(block, blocks))
    return said(caught.value)


@pytest.mark.parametrize(("block", "blocks"), [(SHOW, SHOW_EXTRAS), (EPISODE, EPISODE_EXTRAS)])
def test_good_blocks_pass(block: Any, blocks: list[tuple[str, Any]]) -> None:
    assert len(block.clean(stream(block, blocks))) == len(blocks)


def test_the_samples_hold_every_block() -> None:
    assert {kind for kind, _value in SHOW_EXTRAS} == set(SHOW.child_blocks)
    assert {kind for kind, _value in EPISODE_EXTRAS} == set(EPISODE.child_blocks)


BAD = [
    ("person", PERSON | {"name": ""}, "Choose a person, or type a name"),
    ("person", PERSON | {"role": "cast/emperor"}, "not one of the available choices"),
    ("person", PERSON | {"link": "ada"}, "valid URL"),
    ("person", PERSON | {"name": "x" * 129}, "128"),
    ("funding", {"url": "", "text": "Give"}, "required"),
    ("funding", {"url": "https://a.example/", "text": ""}, "required"),
    ("location", LOCATION | {"coordinates": "here"}, "two numbers"),
    ("location", LOCATION | {"coordinates": "91, 0"}, "two numbers"),
    ("location", LOCATION | {"osm": "1112"}, "R113314"),
    ("location", LOCATION | {"country": "Austria"}, "two letters"),
    ("txt", {"purpose": "", "text": "x" * 4001}, "4000"),
    ("value", VALUE | {"recipients": []}, "minimum number of items"),
    ("value", VALUE | {"recipients": [RECIPIENT | {"split": 0}]}, "greater than or equal to 1"),
    ("value", VALUE | {"suggested": "much"}, "A number"),
    ("soundbite", SOUNDBITE | {"seconds": 14}, "15 to 120"),
    ("soundbite", SOUNDBITE | {"seconds": 121}, "15 to 120"),
    ("alternate", ALTERNATE | {"url": ""}, "Choose a recording"),
    ("alternate", ALTERNATE | {"mime_type": ""}, "what kind of file"),
    ("alternate", ALTERNATE | {"integrity": "md5-1"}, "sha384-"),
    ("alternate", ALTERNATE | {"language": "German"}, "A code"),
    ("social", SOCIAL | {"uri": ""}, "address of the post"),
    ("social", SOCIAL | {"uri": "social.example"}, "whole address"),
    ("podroll", PODROLL | {"feed_url": "podnews"}, "valid URL"),
    ("podroll", PODROLL | {"feed_guid": "1-2-3"}, "valid UUID"),
    ("season", SEASON | {"number": 0}, "greater than or equal to 1"),
    ("service", {"service": "none", "answer": "yes"}, "not one of the available choices"),
]


@pytest.mark.parametrize(("kind", "value", "words"), BAD)
def test_a_bad_value_is_refused_in_words(kind: str, value: Any, words: str) -> None:
    block = EPISODE if kind in EPISODE.child_blocks else SHOW
    assert words in refused(block, [(kind, value)])


@pytest.mark.parametrize(
    ("block", "blocks", "words"),
    [
        (SHOW, [("season", SEASON), ("season", SEASON)], "in the list already"),
        (SHOW, [("podroll", PODROLL), ("podroll", PODROLL)], "in the list already"),
        (SHOW, [("value", VALUE), ("value", VALUE)], "maximum"),
        (
            EPISODE,
            [("social", SOCIAL), ("social", SOCIAL | {"protocol": "disabled"})],
            "somewhere and nowhere",
        ),
    ],
)
def test_blocks_that_contradict_each_other_are_refused(
    block: Any, blocks: list[tuple[str, Any]], words: str
) -> None:
    assert words in refused(block, blocks)


def test_no_comments_need_no_address() -> None:
    EPISODE.clean(stream(EPISODE, [("social", SOCIAL | {"protocol": "disabled", "uri": ""})]))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("person", PERSON | {"name": ""}),
        ("alternate", ALTERNATE | {"url": "", "mime_type": ""}),
        ("social", SOCIAL | {"uri": ""}),
        ("soundbite", {"start": None, "seconds": None, "title": ""}),
        ("location", LOCATION | {"name": ""}),
    ],
)
def test_a_draft_may_hold_half_filled_blocks(kind: str, value: Any) -> None:
    EPISODE.clean_deferred(stream(EPISODE, [(kind, value)]))


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("65", 65),
        ("1:05", 65),
        ("1:05.25", 65.25),
        ("1:05,5", 65.5),
        ("1:02:03", 3723),
        ("1m 5s", 65),
        ("0", 0),
    ],
)
def test_a_time_is_typed_as_on_a_clock(typed: str, seconds: float) -> None:
    assert ClockField().clean(typed) == seconds


@pytest.mark.parametrize("typed", ["1:65", "noon", "-5", "1:2:3:4", "1:"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="such as 1:05"):
        ClockField().clean(typed)


@pytest.mark.parametrize(("seconds", "shown"), [(65.0, "1:05"), (65.25, "1:05.25"), (0, "0:00")])
def test_a_time_is_shown_as_it_is_typed(seconds: float, shown: str) -> None:
    field = ClockField()
    assert field.prepare_value(seconds) == shown
    assert field.clean(shown) == seconds
