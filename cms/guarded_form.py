"""What a form that strangers fill in has against machines, without a riddle for people.

A field that nobody sees, the moment at which the form was opened, and a limit to links (``plain_form``).
Whoever is taken for a machine is told so and keeps all words: a person sends once more, and gets through.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _

from cms.plain_form import PlainForm

# Hyphens, because no field that an editor makes has one in its name.
LURE: Final = "more-about-you"
OPENED: Final = "form-opened"
SALT: Final = "cms.guarded_form"
GUARDS: Final = (LURE, OPENED)

SOONEST: Final = timedelta(seconds=3)
LATEST: Final = timedelta(hours=24)
MOST_CHARACTERS: Final = 5000

_signer = TimestampSigner(salt=SALT)


class GuardedForm(PlainForm):
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

    @property
    def own_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in GUARDS]

    @property
    def lure(self) -> forms.BoundField:
        return self[LURE]

    def clean(self) -> dict[str, Any]:
        # First: what no person has typed is not looked through for links.
        lured, opened = (self.cleaned_data.pop(name, "") for name in GUARDS)
        cleaned = super().clean()
        if lured:
            self._try_again(_("This looked like the work of a machine. Please send it once more."))
            self._renew(LURE, "")
        self._check_age(opened)
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
