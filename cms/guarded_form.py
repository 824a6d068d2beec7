"""What a form that strangers fill in has against machines, without a riddle for people.

A field that nobody sees, the moment at which the form was opened, and a limit to links. Whoever is
taken for a machine is told so and keeps all words: a person sends once more, and gets through.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

# Hyphens, because no field that an editor makes has one in its name.
LURE: Final = "more-about-you"
OPENED: Final = "form-opened"
SALT: Final = "cms.guarded_form"
GUARDS: Final = (LURE, OPENED)

SOONEST: Final = timedelta(seconds=3)
LATEST: Final = timedelta(hours=24)
MOST_LINKS: Final = 2
MOST_CHARACTERS: Final = 5000

_LINK = re.compile(r"<a\s[^>]*|https?://(?:www\.)?|www\.|\[(?:url|link)\b", re.IGNORECASE)
# openpyxl refuses to export them, PostgreSQL to store the first, and no keyboard has one.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_signer = TimestampSigner(salt=SALT)


class GuardedForm(forms.Form):
    """A form with guards; ``own_fields`` are those that people fill in, and all that is cleaned."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attributes = {"tabindex": "-1", "autocomplete": "off"}
        self.fields[LURE] = forms.CharField(
            label=_("Leave this field empty"),
            required=False,
            widget=forms.TextInput(attributes),
        )
        self.fields[OPENED] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=_now_signed
        )
        if self.is_bound:
            self.data = _without_controls(self.data)

    @property
    def own_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in GUARDS]

    @property
    def lure(self) -> forms.BoundField:
        return self[LURE]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        lured, opened = (cleaned.pop(name, "") for name in GUARDS)
        if lured:
            self._try_again(_("This looked like the work of a machine. Please send it once more."))
            self._renew(LURE, "")
        self._check_age(opened)
        self._check_links(cleaned)
        return cleaned

    def _check_age(self, opened: str) -> None:
        try:
            _signer.unsign(opened, max_age=LATEST)
        except SignatureExpired:
            self._try_again(_("This page has been open for a long time. Please send it once more."))
            self._renew(OPENED, _now_signed())
        except BadSignature:
            self._try_again(_("This form could not be recognised. Please send it once more."))
            self._renew(OPENED, _now_signed())
        else:
            if _is_younger(opened, SOONEST):
                self._try_again(_("That was very quick. Please send it once more."))

    def _check_links(self, cleaned: dict[str, Any]) -> None:
        texts = {name: value for name, value in cleaned.items() if self._is_free_text(name)}
        if sum(len(_LINK.findall(text)) for text in texts.values()) <= MOST_LINKS:
            return
        words = ngettext(
            "Please send no more than %(most)d link.",
            "Please send no more than %(most)d links.",
            MOST_LINKS,
        )
        for name, text in texts.items():
            if _LINK.search(text):
                self.add_error(name, words % {"most": MOST_LINKS})

    def _is_free_text(self, name: str) -> bool:
        # The class itself: an address or an e-mail is a CharField as well.
        return type(self.fields[name]) is forms.CharField

    def _try_again(self, words: Any) -> None:
        self.add_error(None, forms.ValidationError(words, code="guard"))

    def _renew(self, name: str, value: str) -> None:
        """Let the form that is shown again have another ``value`` there."""
        data: Any = self.data
        data[self.add_prefix(name)] = value


def _now_signed() -> str:
    return _signer.sign("opened")


def _is_younger(opened: str, age: timedelta) -> bool:
    try:
        _signer.unsign(opened, max_age=age)
    except SignatureExpired:
        return False
    return True


def _without_controls(data: Any) -> Any:
    """A copy of the posted ``data`` that may be changed; of control characters it has tabs and line ends."""
    clean = data.copy()
    for name, values in clean.lists():
        clean.setlist(name, [_CONTROLS.sub("", value) for value in values])
    return clean
