"""Takes the code, which shows that a number is the reader's own."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from cms.origin import from_our_own_page
from cms.throttle import Limit
from cms.visitors import neighbourhood_of
from texts import joining
from texts.forms import CodeForm
from texts.models import Channel, SignUp, TextSettings
from texts.views.answers import answer

OF_A_NETWORK = Limit("text codes typed at {}", 30, 60 * 60)


@from_our_own_page
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Where the code is typed in (``?code=`` fills it in, from an e-mail).

    303 where it was right; 422 where it was not, or no longer; 429 where too many were tried from one
    network; 404 for an address that was made up, or that is two days old.
    """
    sign_up = joining.sign_up_of(token)
    if sign_up is None or sign_up.site != Site.find_for_request(request):
        raise Http404
    if not TextSettings.for_site(sign_up.site).are_on:
        raise Http404
    if sign_up.confirmed_at:
        # Who opens the link of a mail a second time has not failed.
        return _welcomed(sign_up)
    if request.method != "POST":
        # A program that looks through mails opens every link; it does not press buttons.
        return _show(request, sign_up, CodeForm(initial={"code": request.GET.get("code", "")[:20]}))
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _show(request, sign_up, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    network = neighbourhood_of(request)
    if network and not OF_A_NETWORK.allow(network):
        form.add_error(None, _("Many codes came from your network. Please try again in an hour."))
        return _show(request, sign_up, form, HTTPStatus.TOO_MANY_REQUESTS)
    if joining.confirm(sign_up, form.cleaned_data["code"]):
        return _welcomed(sign_up)
    form.add_error("code", _what_is_wrong(sign_up))
    return _show(request, sign_up, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@require_safe
@cache_control(private=True, no_store=True)
def welcome(request: HttpRequest) -> HttpResponse:
    """Where a right code leads."""
    settings = TextSettings.for_site(Site.find_for_request(request))
    if not settings.are_on:
        raise Http404
    is_mail = request.GET.get("by") == Channel.EMAIL
    return answer(request, "welcome", {"texts": settings, "is_mail": is_mail})


def _welcomed(sign_up: SignUp) -> HttpResponse:
    address = f"{reverse('texts_welcome')}?by={sign_up.channel}"
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)


def _what_is_wrong(sign_up: SignUp) -> str:
    if joining.tries_left(sign_up):
        return _("That is not the code. Please look again.")
    if sign_up.expires_at <= timezone.now():
        return _("This code is too old. Please sign up again.")
    return _("Too many wrong codes were typed in. Please sign up again.")


def _show(
    request: HttpRequest, sign_up: SignUp, form: CodeForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {"form": form, "is_mail": sign_up.channel == Channel.EMAIL, "to": sign_up}
    return answer(request, "confirm", context, status)
