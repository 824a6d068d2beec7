"""What a page says of itself in a sentence or two, and what the editor should know of that."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

#: In characters. Search engines say little with less, and cut what is longer.
SHORTEST: Final = 50
LONGEST: Final = 160
#: What the page types call the text that says what a page is about, best first.
DESCRIBING_FIELDS: Final = (
    "search_description",
    "lead",
    "summary",
    "introduction",
    "description",
)


def description_of(page: Page) -> str:
    """As plain text on one line, no longer than search engines show; "" where nobody wrote any."""
    text = _whole_description(page)
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST - 2]
    # Between words, in scripts that have a space there.
    return f"{cut.rpartition(' ')[0] or cut} …"


def concern_about(page: Page) -> str:
    """What is wrong with the description, as a sentence for the editor; "" if nothing is.

    Only words meant for search engines can be too long: the others have their own length, and are cut.
    """
    text = _whole_description(page)
    if not text:
        return _(
            "Search engines find no description of this page and will show any of its words. "
            "Write one under “Promote”."
        )
    values = {"length": len(text), "shortest": SHORTEST, "longest": LONGEST}
    if len(text) < SHORTEST:
        return (
            _(
                "The description for search engines has only %(length)d characters. "
                "%(shortest)d to %(longest)d say more."
            )
            % values
        )
    if page.search_description and len(text) > LONGEST:
        return (
            _(
                "The description for search engines has %(length)d characters. "
                "They cut it after about %(longest)d."
            )
            % values
        )
    return ""


def warn_of_description(request: HttpRequest, page: Page) -> None:
    """Tell who has just published; a draft is nobody's business yet."""
    if concern := concern_about(page.specific):
        messages.warning(request, concern)


def _whole_description(page: Page) -> str:
    texts = (getattr(page, field, "") for field in DESCRIBING_FIELDS)
    return " ".join(next((text for text in texts if text), "").split())
