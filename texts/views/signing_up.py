"""Takes sign-ups. What it answers depends on what was typed, never on what is known of a number."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from cms.origin import from_our_own_page
from cms.visitors import neighbourhood_of
from texts.breakers import OF_A_NETWORK
from texts.forms import FORMS, SignUpForm
from texts.joining import Wish, ask, confirm_path
from texts.models import Channel, TextSettings
from texts.views.answers import answer

#: Posted by the short form in the footer, which has no room for the consent.
BEGIN = "begin"


@from_our_own_page
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def sign_up(request: HttpRequest) -> HttpResponse:
    """The form (``?by=email`` for the e-mail edition), and where every form is sent to.

    303 to where the code is typed in, whatever is known of the number; 422 with the form where it was
    not valid; 429 where too many come from one network; 404 where the site has no daily texts.
    """
    settings = TextSettings.for_site(Site.find_for_request(request))
    if not settings.are_on:
        raise Http404
    form_class = FORMS.get(request.POST.get("by") or request.GET.get("by", ""), FORMS[Channel.SMS])
    if request.method != "POST":
        return _show(request, form_class(settings=settings))
    if BEGIN in request.POST:
        typed = {"phone": request.POST.get("phone", "")[:40]}
        return _show(request, form_class(settings=settings, initial=typed))
    form = form_class(request.POST, settings=settings)
    if not form.is_valid():
        return _show(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _take(request, form)


def _take(request: HttpRequest, form: SignUpForm) -> HttpResponse:
    network = neighbourhood_of(request)
    if network and not OF_A_NETWORK.allow(network):
        form.add_error(
            None, _("Many sign-ups came from your network. Please try again in an hour.")
        )
        response = _show(request, form, HTTPStatus.TOO_MANY_REQUESTS)
        response["Retry-After"] = str(OF_A_NETWORK.seconds_for_one)
        return response
    wish = Wish(
        channel=form.channel,
        address=form.address,
        first_name=form.cleaned_data["first_name"],
        language=get_language() or "",
        home=form.home,
        zones=form.zones,
        wording=form.wording,
        page_url=_page_of(request),
        network=network,
    )
    path = confirm_path(ask(form.settings, wish))
    return HttpResponseRedirect(path, status=HTTPStatus.SEE_OTHER)


def _page_of(request: HttpRequest) -> str:
    """Where the form stood, as the browser says; never another site's address, and no query."""
    stated = urlsplit(request.headers.get("Referer", ""))
    here = request.build_absolute_uri(request.path)
    is_ours = stated.netloc == request.get_host()
    return f"{stated.scheme}://{stated.netloc}{stated.path}" if is_ours else here


def _show(
    request: HttpRequest, form: SignUpForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    other = Channel.EMAIL if form.channel == Channel.SMS else Channel.SMS
    context = {"form": form, "texts": form.settings, "other": other}
    return answer(request, "sign_up", context, status)
