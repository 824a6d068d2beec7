"""A text that is still being written: what is only begun does not keep the rest from being saved."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from cms.blocks.body import BodyBlock

pytestmark = pytest.mark.django_db

UNFINISHED_LINK = (
    "related_links",
    {"heading": "", "links": [{"page": None, "url": "", "label": ""}]},
)


def body(*blocks: tuple[str, Any]) -> Any:
    block = BodyBlock()
    raw = [{"type": name, "value": value} for name, value in blocks]
    return block, block.to_python(raw)


@pytest.mark.parametrize(
    "unfinished",
    [
        UNFINISHED_LINK,
        ("related_links", {"heading": "", "links": [{"url": "https://example.org/"}]}),
        ("heading", {"text": "", "level": "2"}),
        ("embed", {"url": "", "title": ""}),
        ("call_to_action", {"heading": "", "label": ""}),
        ("picture", {"image": None}),
        ("episode", {"episode": None}),
    ],
)
def test_a_block_that_is_only_begun_can_be_saved_as_a_draft_and_not_published(unfinished):
    block, value = body(unfinished)
    block.clean_deferred(value)
    with pytest.raises(ValidationError):
        block.clean(value)
