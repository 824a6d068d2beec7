"""A form by which strangers send plain words: without control characters, and with few links."""

from __future__ import annotations

import re
from typing import Any, Final

from django import forms
from django.utils.translation import ngettext

MOST_LINKS: Final = 2

LINK: Final = re.compile(r"<a\s[^>]*|https?://(?:www\.)?|www\.|\[(?:url|link)\b", re.IGNORECASE)
# openpyxl refuses to export them, PostgreSQL to store the first, and no keyboard has one.
CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class PlainForm(forms.Form):
    """Control characters are dropped without a word; links beyond MOST_LINKS are an error."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = _without_controls(self.data)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        texts = {name: value for name, value in cleaned.items() if self._is_free_text(name)}
        if sum(len(LINK.findall(text)) for text in texts.values()) > MOST_LINKS:
            self._refuse_links(texts)
        return cleaned

    def _is_free_text(self, name: str) -> bool:
        # The class itself: an address or an e-mail is a CharField as well.
        return type(self.fields[name]) is forms.CharField

    def _refuse_links(self, texts: dict[str, str]) -> None:
        words = ngettext(
            "Please send no more than %(most)d link.",
            "Please send no more than %(most)d links.",
            MOST_LINKS,
        )
        for name, text in texts.items():
            if LINK.search(text):
                self.add_error(name, words % {"most": MOST_LINKS})


def _without_controls(data: Any) -> Any:
    """A copy of the posted ``data`` that may be changed; of control characters it has tabs and line ends."""
    clean = data.copy()
    for name, values in clean.lists():
        clean.setlist(name, [CONTROLS.sub("", value) for value in values])
    return clean
