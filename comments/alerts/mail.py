"""The two e-mails that a reader may get: is it you who wants this, and here is an answer."""

from __future__ import annotations

from textwrap import indent
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from cms.models import SiteSettings
from cms.unsubscribing import one_click_headers
from comments.alerts.tokens import token_of
from comments.models import Comment, ReplyAlert


def ask_by_mail(alert: ReplyAlert, page: Page) -> None:
    """Ask the owner of the address. The mail holds no word that a stranger has typed.

    Or anybody could have us send their words to whomever they like.
    """
    with override(page.locale.language_code):
        subject = _("Shall we tell you of replies?")
        _send(alert, page, subject, "email/comment_confirm.txt", {})


def tell_by_mail(alert: ReplyAlert, reply: Comment, page: Page) -> None:
    """Send ``reply``, which is approved, to the author of what it answers."""
    with override(page.locale.language_code):
        subject = _("A reply to your comment on “%(title)s”") % {"title": page.title}
        reply_url = f"{page.full_url}#{reply.anchor}"
        # Whose words they are is to be seen in every line, or a reader could add to what we say.
        quoted = indent(reply.text, "> ", lambda _line: True)
        context = {"reply": reply, "quoted": quoted, "reply_url": reply_url}
        _send(alert, page, subject, "email/comment_reply.txt", context)


def _send(
    alert: ReplyAlert, page: Page, subject: str, template: str, context: dict[str, Any]
) -> None:
    site: Site = page.get_site()
    alert_url = f"{site.root_url}{reverse('reply_alert', args=[token_of(alert)])}"
    practice = SiteSettings.for_site(site).practice_name or site.hostname
    known = {"page": page, "alert_url": alert_url, "practice": practice, **context}
    EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string(template, known),
        to=[alert.comment.email],
        headers={"Auto-Submitted": "auto-generated", **one_click_headers(alert_url)},
    ).send()
