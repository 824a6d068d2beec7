"""Sends a text to the editor who has written it, to see how it comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.auth import user_passes_test

from cms.throttle import Limit
from texts.addresses import mark_of
from texts.admin.policy import may_write
from texts.composing import compose, shortener_of
from texts.forms import number_fault
from texts.models import Channel, DailyText, SeriesText, Subscriber, TextSettings
from texts.models.writing import Written
from texts.outbox import queue_test
from texts.plain.numbers import NumberError
from texts.rendering import render as rendered
from texts.words import with_way_out

MODELS: Final[dict[str, type[Written]]] = {"dailytext": DailyText, "seriestext": SeriesText}
#: Each costs, and reaches whomever an editor names.
OF_AN_EDITOR: Final = Limit("test texts of {}", 20, int(timedelta(days=1).total_seconds()))


class TryForm(forms.Form):
    """To oneself: the address of the account, or a number or address that gets texts.

    Whose number it is, only the code of a sign-up has shown; so no editor can write to a stranger.
    """

    to = forms.CharField(
        label=gettext_lazy("Your mobile number or e-mail address"),
        help_text=gettext_lazy(
            "The e-mail address of your account, or what you have signed up with for the texts yourself."
        ),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, data: Any, *, settings: TextSettings, own_email: str) -> None:
        super().__init__(data, initial={"to": own_email})
        self.settings, self.own_email = settings, own_email
        self.channel = Channel.SMS
        self.subscriber: Subscriber | None = None

    def clean_to(self) -> str:
        address = self._address(self.cleaned_data["to"].strip())
        readers = Subscriber.objects.active().filter(site=self.settings.site_id)
        self.subscriber = readers.filter(mark=mark_of(address)).first()
        if not self.subscriber and address.casefold() != self.own_email.casefold():
            raise forms.ValidationError(
                _("Sign up with it first: texts go to those alone who have agreed to them.")
            )
        return address

    def _address(self, typed: str) -> str:
        if "@" in typed:
            self.channel = Channel.EMAIL
            return forms.EmailField().clean(typed)
        try:
            return self.settings.read_number(typed).e164
        except NumberError as error:
            raise number_fault(error, self.settings) from error


@require_http_methods(["GET", "HEAD", "POST"])
@user_passes_test(may_write)
def try_text(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Asks where to, and sends it there as readers would get it."""
    text = get_object_or_404(MODELS[model].objects.select_related("site"), pk=pk)  # type: ignore[attr-defined]
    settings = TextSettings.for_site(text.site)
    own_email = request.user.email  # type: ignore[union-attr]
    form = TryForm(request.POST or None, settings=settings, own_email=own_email)
    edit_url = reverse(f"texts_{'daily' if model == 'dailytext' else 'series'}:edit", args=[pk])
    if request.method == "POST" and form.is_valid():
        if not OF_AN_EDITOR.allow(request.user.pk):
            form.add_error("to", _("You have sent many tests today. Please go on tomorrow."))
        else:
            _send(settings, text, form, first_name=request.user.first_name)  # type: ignore[union-attr]
            messages.success(request, _("It is on its way."))
            return HttpResponseRedirect(edit_url)
    context = {
        "header_title": _("Send it to me"),
        "header_icon": "mail",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit_url, "label": str(text)},
            {"url": request.path, "label": _("Send it to me")},
        ],
        "form": form,
        "preview": rendered(text.body, sender=settings.sender_name),
    }
    return render(request, "texts/admin/try.html", context)


def _send(settings: TextSettings, text: Written, form: TryForm, *, first_name: str) -> None:
    shorten = shortener_of(settings)
    body = compose(text, settings, channel=form.channel, first_name=first_name, shorten=shorten)
    if form.channel == Channel.EMAIL and form.subscriber:
        body = with_way_out(body, form.subscriber)
    address = form.cleaned_data["to"]
    queue_test(
        settings, channel=form.channel, address=address, body=body, subscriber=form.subscriber
    )
