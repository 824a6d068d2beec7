"""The page through which people write to the practice."""

from __future__ import annotations

from http import HTTPMethod, HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractFormField, FormMixin, validate_to_address
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.models import Page
from wagtail.search import index

from cms.contact.form import FIELD_TYPES, ContactForm, ContactFormBuilder
from cms.contact.mail import tell_by_mail
from cms.models.pages import BasePage
from cms.models.settings import SiteSettings
from cms.models.visibility import BasePageQuerySet
from cms.throttle import Limit
from cms.visitors import neighbourhood_of

SENT: Final = "sent"
#: Of one household.
MESSAGES: Final = Limit("contact {}", 5, 600)

# No name at all, and the one under which Wagtail tells when a message was sent.
UNUSABLE_NAMES: Final = ("", "submit_time")


class ContactField(AbstractFormField):
    """One thing that the form asks for."""

    page = ParentalKey("cms.ContactPage", on_delete=models.CASCADE, related_name="form_fields")
    field_type = models.CharField(_("field type"), max_length=16, choices=FIELD_TYPES)

    def clean(self) -> None:
        super().clean()
        if (self.clean_name or self.get_field_clean_name()) in UNUSABLE_NAMES:
            raise ValidationError({"label": _("Please find another label.")})


class ContactPage(FormMixin, BasePage):
    """An introduction, how to reach the practice, and a form; messages are kept and mailed."""

    introduction = models.TextField(_("introduction"), max_length=600, blank=True)
    button_label = models.CharField(
        _("words on the button"), max_length=40, default=_("Send the message")
    )
    thanks = models.TextField(
        _("thanks"),
        max_length=600,
        blank=True,
        help_text=_("What people read when they have sent it."),
    )
    to_address = models.CharField(
        _("send to"),
        max_length=255,
        blank=True,
        validators=[validate_to_address],
        help_text=_(
            "E-mail addresses, separated by commas. Empty: the one of the site settings. "
            "The messages are in the admin in any case."
        ),
    )
    subject = models.CharField(_("subject of the e-mail"), max_length=100, blank=True)
    privacy_page = models.ForeignKey(
        Page,
        verbose_name=_("privacy page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked below the form."),
    )

    form_builder = ContactFormBuilder
    # A form that somebody may have filled in is nobody else's, and is asked for and posted only.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.POST, HTTPMethod.OPTIONS]
    show_in_menus_default = True
    content_panels = [
        *Page.content_panels,
        FormSubmissionsPanel(),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                InlinePanel("form_fields", label=_("Field"), min_num=1),
                FieldPanel("button_label"),
                FieldPanel("thanks"),
                FieldPanel("privacy_page"),
            ],
            heading=_("Form"),
        ),
        MultiFieldPanel([FieldPanel("to_address"), FieldPanel("subject")], heading=_("E-mail")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]
    subpage_types: list[str] = []
    template = "cms/contact_page.html"
    landing_page_template = "cms/contact_page_thanks.html"

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_submissions_list_view_class(self) -> Any:
        # Here, as in Wagtail: the admin's views need all models.
        from cms.contact.listing import MessagesView

        return MessagesView

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        public = BasePageQuerySet(Page).public_now()
        context["privacy"] = public.filter(pk=self.privacy_page_id).first()
        context["kept_days"] = settings.MESSAGES_KEPT_DAYS
        return context

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if self.is_withdrawn:
            raise Http404
        response = self._take(request) if request.method == "POST" else self._show(request)
        # It holds a token, the moment at which it was opened, and perhaps somebody's words.
        response["Cache-Control"] = "private, no-store"
        return response

    def _show(self, request: HttpRequest) -> HttpResponse:
        if SENT in request.GET:
            return self.render_landing_page(request)
        return self._form_response(request, self.get_form(page=self, user=request.user))

    def _take(self, request: HttpRequest) -> HttpResponse:
        form = self.get_form(request.POST, page=self, user=request.user)
        if not form.is_valid():
            return self._form_response(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
        if not self._may_send(request):
            form.add_error(
                None,
                gettext(
                    "That was a lot at once. Please wait a few minutes, then send it once more."
                ),
            )
            response = self._form_response(request, form, HTTPStatus.TOO_MANY_REQUESTS)
            response["Retry-After"] = str(MESSAGES.seconds_for_one)
            return response
        self.process_form_submission(form)
        return HttpResponseRedirect(f"{self.get_url(request)}?{SENT}", status=HTTPStatus.SEE_OTHER)

    def process_form_submission(self, form: ContactForm) -> Any:
        """Store what was written, and then tell the practice: a mail that fails loses nothing."""
        submission = super().process_form_submission(form)
        if addresses := self._addresses():
            subject = self.subject or gettext("A message from the website")
            tell_by_mail(form=form, subject=subject, addresses=addresses, page_pk=self.pk)
        return submission

    def _form_response(
        self, request: HttpRequest, form: ContactForm, status: HTTPStatus = HTTPStatus.OK
    ) -> HttpResponse:
        context = {**self.get_context(request), "form": form}
        return TemplateResponse(request, self.get_template(request), context, status=status)

    def _may_send(self, request: HttpRequest) -> bool:
        return MESSAGES.allow(neighbourhood_of(request))

    def _addresses(self) -> list[str]:
        practice = SiteSettings.for_site(self.get_site())
        stated = self.to_address or practice.email
        return [address.strip() for address in stated.split(",") if address.strip()]
