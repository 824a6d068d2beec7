"""What kinds of pages a reader can choose between: apps register, the index and the view ask.

The ground does not know the apps above it, so they come to it, as they do with their feeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences said in a recording, from ``start`` on (seconds)."""

    start: float
    language: str
    text: str


def _nothing_said(page: Any) -> Iterable[Passage]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` stands in addresses, ``label`` is the plural that readers see."""

    name: str
    label: Promise | str
    date: Callable[[Any], datetime | None] = lambda page: None
    spoken: Callable[[Any], Iterable[Passage]] = _nothing_said


#: All pages that nobody has registered.
PLAIN: Final = Kind("page", _("Pages"))
#: What is said in recordings, whatever page it belongs to.
SPOKEN: Final = Kind("spoken", _("Spoken words"))

_kinds: dict[type[Page], Kind] = {}


def register_kind(page_type: type[Page], kind: Kind) -> None:
    """Let readers search pages of ``page_type`` by themselves."""
    _kinds[page_type] = kind


def kind_of(page: Page) -> Kind:
    return _kinds.get(type(page), PLAIN)


def type_name(page: Page) -> str:
    """What readers call a page: “article”, but “page” where only editors tell types apart."""
    if page.specific_class in _kinds:
        return page.page_type_display_name
    return gettext("Page")


def names_by_content_type() -> dict[int, str]:
    """The kind of each type of page that has been registered, by the key of its content type."""
    types = ContentType.objects.get_for_models(*_kinds)
    return {types[page_type].pk: kind.name for page_type, kind in _kinds.items()}


def written_kinds() -> list[Kind]:
    """The kinds of written pages, in the order in which readers see them."""
    return [*_kinds.values(), PLAIN]
