"""Something to show of everything: for each block a sample, for the forms one with and one without errors.

The page of components is made from these. A block without a sample fails a test, which names it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.models import Author, Picture

#: Some values of each block as they are stored; nothing where what they need is not there yet.
BlockSamples = dict[str, list[Any]]

ADDRESS: Final = "https://www.example.org/"


def block_samples(*, picture: int | None, page: int | None, episode: int | None) -> BlockSamples:
    """Samples of the blocks of a text by the names of the blocks; the numbers are primary keys."""
    words = gettext(
        "Most of what helps is not new and not secret: a walk most days, a chair that fits."
    )
    call = {
        "heading": gettext("Come and talk to us"),
        "text": words,
        "label": gettext("Ask for an appointment"),
        "page": None,
        "url": "",
    }
    return {
        "heading": [
            {"text": gettext("A section of a text"), "level": "2"},
            {"text": gettext("A subsection"), "level": "3"},
        ],
        "paragraph": [
            f"<p>{words} <b>{gettext('Bold')}</b>, <i>{gettext('italic')}</i>, "
            f'<a href="{ADDRESS}">{gettext("a link")}</a>.</p>'
            f"<ul><li>{gettext('first')}</li><li>{gettext('second')}</li></ul>"
            f"<ol><li>{gettext('first')}</li><li>{gettext('second')}</li></ol>"
        ],
        "quote": [
            {"text": words, "attribution": gettext("Somebody who knows")},
            {"text": gettext("A quote without a name."), "attribution": ""},
        ],
        "picture": [{"image": picture, "alt": "", "caption": gettext("A caption")}]
        if picture
        else [],
        "embed": [
            {"url": "https://vimeo.com/123", "title": gettext("A film that opens in the page")},
            {"url": ADDRESS, "title": gettext("Something that opens at its own place")},
        ],
        "call_to_action": [
            call,
            # Its own words: landmarks of the same name look like a mistake to the checks in the page.
            {**call, "heading": gettext("A page elsewhere"), "text": "", "url": ADDRESS},
        ],
        "episode": [{"episode": episode, "introduction": words}] if episode else [],
        "related_links": [
            {
                "heading": "",
                "links": [
                    {"page": page, "url": "", "label": ""},
                    {"page": None, "url": ADDRESS, "label": gettext("A page elsewhere")},
                ],
            }
        ],
    }


def section_samples(picture: Picture | None) -> dict[str, Any]:
    """What only some pages have, as their templates want it: contents, a review, what is followed."""
    person = _person(picture)
    day = timezone.localdate()
    sources = [
        {
            "title": gettext("A book about chairs"),
            "publisher": gettext("A house of books"),
            "url": ADDRESS,
        },
        {"title": gettext("A leaflet"), "publisher": "", "url": ""},
    ]
    return {
        "person": person,
        "sections": [
            {"anchor": anchor, "title": title}
            for anchor, title in [
                ("colours", gettext("Colours")),
                ("letters", gettext("Letters")),
                ("buttons", gettext("Buttons")),
            ]
        ],
        "reviewed": {
            "sources": [{"value": source} for source in sources],
            "reviewed_by": person,
            "reviewed_on": day - timedelta(days=400),
            "review_due": day - timedelta(days=35),
            "is_review_overdue": True,
        },
        "talk": _talk(),
        "followed": {"instagram_profile": ADDRESS, "instagram_name": "example"},
        "posts": [{"image": picture, "url": ADDRESS, "description": gettext("A chair in the sun")}]
        * 3
        if picture
        else [],
    }


def _talk() -> list[dict[str, Any]]:
    """A comment with an answer of the practice, and one that is gone but was answered."""
    answer = _post(2, gettext("We sit on it too."), is_from_practice=True)
    return [
        {**_post(1, gettext("And where does one find such a chair?")), "replies": [answer]},
        {**_post(3, ""), "is_gone": True, "replies": [_post(4, gettext("I do not think so."))]},
    ]


def _post(number: int, text: str, *, is_from_practice: bool = False) -> dict[str, Any]:
    now = timezone.now()
    comment = {
        "pk": number,
        "anchor": f"comment-{number}",
        "name": gettext("Edda Example"),
        "text": text,
        "created_at": now,
        "is_from_practice": is_from_practice,
    }
    return {"comment": comment, "moment": now.isoformat(timespec="seconds")}


def _person(picture: Picture | None) -> Author:
    return Author(
        name=gettext("Edda Example"),
        role=gettext("Physiotherapist"),
        about=gettext("She believes in stairs, good shoes and patience."),
        website=ADDRESS,
        picture=picture,
    )


class SampleForm(forms.Form):
    """Every kind of field that a form of the site may have."""

    name = forms.CharField(label=_("Your name"))
    email = forms.EmailField(label=_("Your e-mail"), help_text=_("Only to answer you."))
    phone = forms.CharField(label=_("Your phone"), required=False)
    topic = forms.ChoiceField(
        label=_("What it is about"),
        choices=[("visit", _("A visit")), ("article", _("An article"))],
    )
    when = forms.ChoiceField(
        label=_("When may we call?"),
        choices=[("morning", _("In the morning")), ("evening", _("In the evening"))],
        widget=forms.RadioSelect,
    )
    message = forms.CharField(label=_("Your message"), widget=forms.Textarea(attrs={"rows": 4}))
    consent = forms.BooleanField(label=_("You may answer me by e-mail."))


def sample_forms() -> dict[str, SampleForm]:
    """A form as a reader meets it, and one that was sent with errors."""
    with_errors = SampleForm(
        {"name": "Edda", "email": "edda@", "topic": "visit"}, auto_id="wrong_%s"
    )
    return {"form": SampleForm(auto_id="right_%s"), "form_with_errors": with_errors}
