"""What we ourselves say to readers: the consent, the code, and the answers. Each in the active language."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from texts.models import Channel, Subscriber, TextSettings


def consent(settings: TextSettings, channel: str) -> str:
    """What somebody agrees to who ticks the box, in full; it is kept as it is (CTIA, 47 CFR 64.1200)."""
    known = {"practice": settings.sender_name, "about": settings.about_here}
    if channel == Channel.EMAIL:
        return _consent_by_mail(known)
    first = (
        _(
            "I would like %(practice)s to send automated text messages to this number: one each morning, "
            "about %(about)s."
        )
        if known["about"]
        else _(
            "I would like %(practice)s to send automated text messages to this number: one each morning."
        )
    )
    rest = _(
        "This is no condition of anything. Message and data rates may apply. Reply HELP for help, and STOP "
        "to stop at any time."
    )
    return f"{first % known} {rest}"


def _consent_by_mail(known: dict[str, str]) -> str:
    first = (
        _(
            "I would like %(practice)s to send e-mails to this address: one each morning, about %(about)s."
        )
        if known["about"]
        else _("I would like %(practice)s to send e-mails to this address: one each morning.")
    )
    rest = _("This is no condition of anything. Every e-mail has a link to stop at any time.")
    return f"{first % known} {rest}"


def code(settings: TextSettings, code_: str) -> str:
    """With the code alone: nothing in it was typed by who asked for it."""
    return _(
        "%(practice)s: %(code)s is your code for the daily texts. It holds for 24 hours. If you did not "
        "ask for it, do nothing."
    ) % {"practice": settings.sender_name, "code": code_}


def code_by_mail(settings: TextSettings, code_: str, url: str) -> str:
    words = _(
        "Somebody gave this address to get the daily texts of %(practice)s. If that was you, confirm it "
        "here within 24 hours:"
    ) % {"practice": settings.sender_name}
    otherwise = _("Or type in this code: %(code)s") % {"code": code_}
    end = _("If not, do nothing: you will hear no more of it.")
    return f"{words}\n\n{url}\n\n{otherwise}\n\n{end}"


def welcome(settings: TextSettings, subscriber: Subscriber) -> str:
    known = {"practice": settings.sender_name, "url": stop_url(subscriber)}
    if subscriber.channel == Channel.EMAIL:
        return (
            _("Welcome to the daily texts of %(practice)s. The first one comes tomorrow morning.")
            % known
        )
    return (
        _(
            "%(practice)s: Welcome! One text each morning, from tomorrow on. Msg & data rates may apply. "
            "Reply HELP for help, STOP to stop. On the web: %(url)s"
        )
        % known
    )


def goodbye(settings: TextSettings) -> str:
    return _(
        "%(practice)s: You are stopped and get no more texts. If you want them back: %(url)s"
    ) % {
        "practice": settings.sender_name,
        "url": sign_up_url(settings),
    }


def help_(settings: TextSettings) -> str:
    practice = settings.practice
    contact = " ".join(filter(None, [practice.phone, practice.email])) or settings.site.root_url
    return _(
        "%(practice)s daily texts: one each morning. Help: %(contact)s. Msg & data rates may apply. "
        "Reply STOP to stop."
    ) % {"practice": settings.sender_name, "contact": contact}


def sign_up_first(settings: TextSettings) -> str:
    """To START: whoever has stopped agrees anew where the whole wording stands."""
    return _("%(practice)s: To get the daily texts (again), please sign up at %(url)s") % {
        "practice": settings.sender_name,
        "url": sign_up_url(settings),
    }


def with_way_out(body: str, subscriber: Subscriber) -> str:
    """An e-mail's words, and below them how to have no more."""
    way_out = _("To stop these e-mails: %(url)s") % {"url": stop_url(subscriber)}
    return f"{body}\n\n-- \n{way_out}\n"


def welcome_subject(settings: TextSettings) -> str:
    return _("Welcome to the daily texts of %(practice)s") % {"practice": settings.sender_name}


def subject(settings: TextSettings) -> str:
    """Of the e-mails."""
    return _("The daily text of %(practice)s") % {"practice": settings.sender_name}


def confirm_subject(settings: TextSettings) -> str:
    return _("Please confirm: daily texts of %(practice)s") % {"practice": settings.sender_name}


def sign_up_url(settings: TextSettings) -> str:
    return f"{settings.site.root_url}{reverse('texts_sign_up')}"


def stop_url(subscriber: Subscriber) -> str:
    """Where its owner, and nobody else who does not have the message, stops it."""
    return f"{subscriber.site.root_url}{reverse('texts_stop', args=[subscriber.key])}"
