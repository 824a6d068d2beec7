"""Takes what a reader sends, shows it before it is sent, and shows it again where something is wrong."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from cms.origin import from_our_own_page
from cms.visitors import neighbourhood_of
from comments.forms import CommentForm
from comments.models import Comment, Commented, CommentSettings
from comments.openness import takes_comments
from comments.own import token_of
from comments.pages import commented_page
from comments.submitting import Closed, Repeated, TooMany, submit
from comments.trust import mark_of_browser, remember


@from_our_own_page
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def comment_on(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form on a page of its own (``?to=`` answers a comment), and where every form is sent to.

    303 to the comment where it was taken; 422 with the form where it was not valid or is a
    repetition; 429 where too many come; 403 where the page is closed; 404 for pages that whoever
    asks may not read.
    """
    page = commented_page(request, page_id)
    settings = CommentSettings.for_site(Site.find_for_request(request))
    if request.method != "POST":
        return _ask(request, page, settings)
    form = CommentForm(request.POST, settings=settings, page_id=page.pk)
    if not form.is_valid():
        return _show(request, page, settings, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.asks_for_preview:
        return _show(request, page, settings, form, preview=form.words)
    return _take(request, page, settings, form)


def _ask(request: HttpRequest, page: Commented, settings: CommentSettings) -> HttpResponse:
    wanted = request.GET.get("to", "")
    parent = None
    if wanted:
        approved = Comment.objects.approved().filter(page=page.pk)
        parent = get_object_or_404(approved, pk=wanted if wanted.isdecimal() else 0)
    initial = {"parent": parent.pk if parent else None}
    form = CommentForm(settings=settings, page_id=page.pk, initial=initial)
    return _show(request, page, settings, form)


def _take(
    request: HttpRequest, page: Commented, settings: CommentSettings, form: CommentForm
) -> HttpResponse:
    number, returning = mark_of_browser(request, settings)
    try:
        comment = submit(
            page=page,
            parent=form.cleaned_data["parent"],
            words=form.words,
            settings=settings,
            network=neighbourhood_of(request),
            returning=returning,
            has_solved=form.has_solved,
        )
    except Closed:
        return _show(request, page, settings, form, HTTPStatus.FORBIDDEN)
    except Repeated:
        form.add_error("text", _("These words have been sent before."))
        return _show(request, page, settings, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    except TooMany as refused:
        form.add_error(None, _too_many(form, refused))
        response = _show(request, page, settings, form, HTTPStatus.TOO_MANY_REQUESTS)
        response["Retry-After"] = str(refused.seconds)
        return response
    address = reverse("own_comment", args=[token_of(comment)])
    response = HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
    remember(response, number)
    return response


def _too_many(form: CommentForm, refused: TooMany) -> str:
    if not refused.riddle_helps:
        return _(
            "Many comments are coming just now. Please wait a few minutes, then send it once more."
        )
    form.pose_riddle()
    return _(
        "Many comments are coming just now. Please send it once more: it takes your browser some "
        "seconds, which keeps machines away. Without scripts, wait a few minutes."
    )


def _show(
    request: HttpRequest,
    page: Commented,
    settings: CommentSettings,
    form: CommentForm,
    status: HTTPStatus = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    parent_id = form["parent"].value()
    parent = Comment.objects.approved().filter(page=page.pk, pk=parent_id or 0).first()
    context = {
        "commented": page,
        "form": form,
        "parent": parent,
        "is_open": takes_comments(page, settings),
        **more,
    }
    response = TemplateResponse(request, "comments/reply_page.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
