"""What readers see of a comment of their own: that it waits, and how to change or remove it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from cms.origin import from_our_own_page
from cms.visitors import neighbourhood_of
from comments.forms import OwnWordsForm
from comments.models import Comment, Commented, CommentSettings
from comments.own import (
    TooLate,
    TooOften,
    comment_of,
    edit_own,
    is_turned_down,
    may_edit,
    remove,
)
from comments.pages import readable_page

REMOVE = "remove"
CHANGED = "changed"


@from_our_own_page
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def own_comment(request: HttpRequest, token: str) -> HttpResponse:
    """The comment of a signed address; a POST changes it (15 minutes long) or removes it.

    404 for an address that was made up, and for a comment that is gone.
    """
    comment = comment_of(token)
    if comment is None:
        raise Http404
    # Whatever has become of the page, the words are still theirs.
    page = readable_page(request, comment.page_id)
    settings = CommentSettings.for_site(Site.find_for_request(request))
    try:
        if request.method == "POST" and REMOVE in request.POST:
            remove(comment)
            return _response(request, "comments/removed.html", {"commented": page})
        if request.method == "POST":
            return _change(request, comment, page, settings)
    except Comment.DoesNotExist:
        # Removed in another window while this one was asking.
        raise Http404 from None
    form = OwnWordsForm(settings=settings, initial={"name": comment.name, "text": comment.text})
    return _show(request, comment, page, form)


def _change(
    request: HttpRequest, comment: Comment, page: Commented | None, settings: CommentSettings
) -> HttpResponse:
    form = OwnWordsForm(request.POST, settings=settings)
    if not form.is_valid():
        return _show(request, comment, page, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        edit_own(
            comment,
            **form.cleaned_data,
            settings=settings,
            network=neighbourhood_of(request),
        )
    except TooLate:
        form.add_error(None, _("The time to change it is over. You can still remove it."))
        return _show(request, comment, page, form, HTTPStatus.FORBIDDEN)
    except TooOften:
        form.add_error(None, _("You have changed it many times. Please wait a few minutes."))
        return _show(request, comment, page, form, HTTPStatus.TOO_MANY_REQUESTS)
    return HttpResponseRedirect(f"{request.path}?{CHANGED}=1", status=HTTPStatus.SEE_OTHER)


def _show(
    request: HttpRequest,
    comment: Comment,
    page: Commented | None,
    form: OwnWordsForm,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "comment": comment,
        "commented": page,
        "form": form,
        "may_edit": may_edit(comment),
        "is_turned_down": is_turned_down(comment),
        "is_changed": CHANGED in request.GET,
    }
    return _response(request, "comments/own.html", context, status)


def _response(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    response = TemplateResponse(request, template, context, status=status)
    response["X-Robots-Tag"] = "noindex"
    # The address is a key; nobody whom it leads to is to be told.
    response["Referrer-Policy"] = "same-origin"
    return response
