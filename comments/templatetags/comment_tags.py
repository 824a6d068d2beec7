"""What pages show of comments."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import template
from django.template.context import Context
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from wagtail.models import Page

from comments.forms import CommentForm
from comments.models import Commented, CommentSettings
from comments.openness import takes_comments, welcomes_comments
from comments.texts import as_html
from comments.threads import threads_of

register = template.Library()


@register.inclusion_tag("comments/includes/comments.html", takes_context=True)
def comments(context: Context, page: Page, has_moments: bool = False) -> dict[str, Any]:
    """The comments of ``page`` and the form to add one; times lead into its audio if it ``has_moments``."""
    request = context["request"]
    settings = CommentSettings.for_request(request)
    is_open = takes_comments(page, settings)
    return {
        "request": request,
        "page": page,
        "threads": threads_of(page),
        "has_moments": has_moments,
        "is_open": is_open,
        "has_riddle": settings.has_riddle,
        "asks_for_website": settings.asks_for_website,
        # Made only where its fields are not known: an empty form is the same on all pages.
        "form": SimpleLazyObject(partial(CommentForm, settings=settings, page_id=page.pk)),
    }


@register.inclusion_tag("comments/includes/feed_link.html", takes_context=True)
def comments_feed_link(context: Context) -> dict[str, Any]:
    """What lets programs find the feed of the page's comments, in its head; nothing on other pages."""
    page, request = context.get("page"), context.get("request")
    if not request or not isinstance(page, Commented) or not page.pk:
        return {}
    settings = CommentSettings.for_request(request)
    return {"page": page if welcomes_comments(page, settings) else None}


@register.filter
def comment_html(text: str, has_moments: bool = False) -> SafeString:
    """The plain text of a comment in paragraphs and links: ``{{ comment.text|comment_html }}``."""
    return as_html(text, has_moments=has_moments)
