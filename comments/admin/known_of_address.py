"""The admin's page "What we know of an e-mail address": for readers who ask, or want to be forgotten.

The address travels in the bodies of requests only, since what stands in a URL ends up in logs.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.auth import user_passes_test
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import log

from comments.admin.log import ERASED, EXPORTED
from comments.admin.policy import may_moderate, may_see_addresses
from comments.privacy import erase, known_of, stored_with

#: The page shows so many; the file has all.
SHOWN: Final = 50
CONFIRMED: Final = "confirmed"


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"), widget=forms.EmailInput({"autocomplete": "off"})
    )


class KnownOfAddressMenuItem(MenuItem):
    """In the menu for whom it concerns."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_addresses(request.user)


@require_http_methods(["GET", "HEAD", "POST"])
@user_passes_test(may_see_addresses)
def look(request: HttpRequest) -> HttpResponse:
    """The form, and below it what is stored with the address that was sent."""
    return _page(request, AddressForm(request.POST or None))


@require_POST
@user_passes_test(may_see_addresses)
def download(request: HttpRequest) -> HttpResponse:
    """All that is stored with the address, as a file."""
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    comments = known_of(form.cleaned_data["email"])
    log(request.user, EXPORTED, data={"comments": len(comments)})
    return JsonResponse(
        {"comments": comments},
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": 'attachment; filename="known-of-a-reader.json"'},
    )


@require_POST
@user_passes_test(may_see_addresses)
@user_passes_test(may_moderate)
def erase_all(request: HttpRequest) -> HttpResponse:
    """Asks once more, and then erases all comments with the address."""
    form = AddressForm(request.POST)
    if not form.is_valid() or not (number := stored_with(form.cleaned_data["email"]).count()):
        return _page(request, form)
    if CONFIRMED not in request.POST:
        return _render(request, "confirm_erasure", form=form, number=number)
    _erase(request, form.cleaned_data["email"])
    return HttpResponseRedirect(reverse("known_of_address"))


@transaction.atomic
def _erase(request: HttpRequest, email: str) -> None:
    number = erase(email)
    log(request.user, ERASED, data={"comments": number})
    text = ngettext("%(n)d comment was erased.", "%(n)d comments were erased.", number)
    messages.success(request, text % {"n": number})


def _page(request: HttpRequest, form: AddressForm) -> HttpResponse:
    if not form.is_valid():
        return _render(request, "known_of_address", form=form)
    stored = stored_with(form.cleaned_data["email"])
    number = stored.count()
    return _render(
        request,
        "known_of_address",
        form=form,
        email=form.cleaned_data["email"],
        number=number,
        comments=stored.order_by("-pk")[:SHOWN],
        others=max(number - SHOWN, 0),
    )


def _render(request: HttpRequest, template: str, **more: Any) -> HttpResponse:
    context = {
        "header_title": _("What we know of an e-mail address"),
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("known_of_address"), "label": _("Data of a reader")},
        ],
        "may_moderate": may_moderate(request.user),
        **more,
    }
    return render(request, f"comments/admin/{template}.html", context)
