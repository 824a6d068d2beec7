"""Something to show of everything: for each block a sample, for the forms one with and one without errors.

The page of components is made from these. A block without a sample fails a test, which names it.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

#: Some values of each block as they are stored; nothing where what they need is not there yet.
BlockSamples = dict[str, list[Any]]

ADDRESS: Final = "https://www.example.org/"


def block_samples(*, picture: int | None, page: int | None, episode: int | None) -> BlockSamples:
    """Samples of the blocks of a text by the names of the blocks; the numbers are primary keys."""
    words = _t("Most of what helps is not new and not secret: a walk most days, a chair that fits.")
    call = {
        "heading": _t("Come and talk to us"),
        "text": words,
        "label": _t("Ask for an appointment"),
        "page": None,
        "url": "",
    }
    return {
        "heading": [
            {"text": _t("A section of a text"), "level": "2"},
            {"text": _t("A subsection"), "level": "3"},
        ],
        "paragraph": [
            f"<p>{words} <b>{_t('Bold')}</b>, <i>{_t('italic')}</i>, "
            f'<a href="{ADDRESS}">{_t("a link")}</a>.</p>'
            f"<ul><li>{_t('first')}</li><li>{_t('second')}</li></ul>"
            f"<ol><li>{_t('first')}</li><li>{_t('second')}</li></ol>"
        ],
        "quote": [
            {"text": words, "attribution": _t("Somebody who knows")},
            {"text": _t("A quote without a name."), "attribution": ""},
        ],
        "picture": [{"image": picture, "alt": "", "caption": _t("A caption")}] if picture else [],
        "embed": [
            {"url": "https://vimeo.com/123", "title": _t("A film that opens in the page")},
            {"url": ADDRESS, "title": _t("Something that opens at its own place")},
        ],
        "call_to_action": [
            call,
            # Its own words: landmarks of the same name look like a mistake to the checks in the page.
            {**call, "heading": _t("A page elsewhere"), "text": "", "url": ADDRESS},
        ],
        "episode": [{"episode": episode, "introduction": words}] if episode else [],
        "related_links": [
            {
                "heading": "",
                "links": [
                    {"page": page, "url": "", "label": ""},
                    {"page": None, "url": ADDRESS, "label": _t("A page elsewhere")},
                ],
            }
        ],
    }


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
