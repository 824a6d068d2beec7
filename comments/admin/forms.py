"""What moderators type."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from comments.texts import MOST_CHARACTERS


class ReplyForm(forms.Form):
    """The answer of the practice."""

    name = forms.CharField(label=_("Name"), max_length=60)
    text = forms.CharField(
        label=_("Reply"), max_length=MOST_CHARACTERS, widget=AdminAutoHeightTextInput({"rows": 4})
    )
