"""The gate for many pages at once: the bulk action "Publish" goes past the page form and its questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from podcast.feed.changes import Change, Level
from podcast.gate import draft_changes
from podcast.models import EpisodePage, Show
from podcast.sentences import explained

#: How many shows and episodes may go out in one go: each is rendered while somebody waits.
AT_ONCE: Final = 100
#: How many pages a refusal names.
NAMED: Final = 10


def look_before_bulk_publishing(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: BulkAction
) -> HttpResponse | None:
    """Refuse the whole action where a page has an error, as its form would.

    Wagtail's hook ``before_bulk_action``. There is no box to tick here, so warnings are told of and
    stop nothing.
    """
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    pages = _on_their_way(request.user, objects, action)
    if len(pages) > AT_ONCE:
        text = _("Nothing was published. Choose at most %(limit)d shows and episodes at once.")
        messages.error(request, text % {"limit": AT_ONCE})
        return redirect(action.next_url)
    changes = {page: _changes(page) for page in pages}
    if errors := _of(Level.ERROR, changes):
        messages.error(request, _refusal(errors))
        return redirect(action.next_url)
    if warnings := _of(Level.WARNING, changes):
        buttons = [messages.button(reverse("feed_health"), _("Feed health"))]
        messages.warning(request, _warning(len(warnings)), buttons=buttons)
    return None


def _on_their_way(user: Any, objects: Iterable[Page], action: BulkAction) -> list[Page]:
    """The shows and episodes that the action would publish."""
    found = {page.pk: page for page in objects if page.specific_class in (Show, EpisodePage)}
    if action.cleaned_form.cleaned_data["include_descendants"]:
        for chosen in objects:
            for page in chosen.get_descendants().not_live().type(Show, EpisodePage):
                if page.permissions_for_user(user).can_publish():
                    found.setdefault(page.pk, page)
    return list(found.values())


def _changes(page: Page) -> list[Change]:
    """What publishing the latest revision changes, which is what the action takes."""
    revision = page.get_latest_revision()
    draft = revision.as_object() if revision else page.specific
    return draft_changes(draft, page.get_parent())


def _of(level: Level, changes: dict[Page, list[Change]]) -> dict[Page, list[Change]]:
    """The pages that have changes of ``level``, with those."""
    of_level = {
        page: [change for change in found if change.level == level]
        for page, found in changes.items()
    }
    return {page: found for page, found in of_level.items() if found}


def _refusal(errors: dict[Page, list[Change]]) -> SafeString:
    """Which pages stopped it and why, each with a link to its form."""
    lines = [
        (
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            page.get_admin_display_title(),
            " ".join(f"{each.what} {each.advice}".strip() for each in explained(found)),
        )
        for page, found in list(errors.items())[:NAMED]
    ]
    others = len(errors) - len(lines)
    more = ngettext("And %(n)d other page.", "And %(n)d other pages.", others) % {"n": others}
    return format_html(
        "{}<ul>{}</ul>{}",
        _("Nothing was published, because listeners would lose something:"),
        format_html_join("", '<li><a href="{}">{}</a>: {}</li>', lines),
        more if others else "",
    )


def _warning(number: int) -> str:
    text = ngettext(
        "Listeners of %(n)d page may notice more than you meant. Look at “Feed health”.",
        "Listeners of %(n)d pages may notice more than you meant. Look at “Feed health”.",
        number,
    )
    return text % {"n": number}
