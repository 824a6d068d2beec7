"""The form by which a reader comments."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.guarded_form import GuardedForm
from cms.plain_form import PlainForm
from comments.models import Comment, CommentSettings
from comments.names import cleaned_name, is_of_practice
from comments.riddle import is_solved
from comments.submitting import Words
from comments.texts import MOST_CHARACTERS


class OwnWordsForm(PlainForm):
    """What an author may also change afterwards."""

    name = forms.CharField(
        label=_("Name"), max_length=60, widget=forms.TextInput({"autocomplete": "name"})
    )
    text = forms.CharField(
        label=_("Comment"), max_length=MOST_CHARACTERS, widget=forms.Textarea({"rows": 8})
    )

    def __init__(self, *args: Any, settings: CommentSettings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.settings = settings

    def clean_name(self) -> str:
        name = cleaned_name(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Please give a name that can be read."))
        if is_of_practice(name, self.settings):
            raise forms.ValidationError(_("That is the name of the practice. Please give yours."))
        return name


class CommentForm(GuardedForm, OwnWordsForm):
    """Name, e-mail address, comment, and what the settings of the site ask for besides."""

    field_order = ("name", "email", "website", "text")

    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("Never published."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        max_length=200,
        widget=forms.URLInput({"autocomplete": "url"}),
    )
    wants_replies = forms.BooleanField(label=_("Tell me of replies by e-mail"), required=False)
    parent = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, settings: CommentSettings, page_id: int, **kwargs: Any) -> None:
        super().__init__(*args, settings=settings, auto_id="comment_%s", **kwargs)
        self._answerable = Comment.objects.approved().filter(page=page_id)
        if not settings.asks_for_website:
            del self.fields["website"]
        self.has_solved = False
        self._must_solve = settings.has_riddle
        if settings.has_riddle or self.data.get("riddle"):
            self.pose_riddle()

    @property
    def asks_for_preview(self) -> bool:
        """Whether the words are to be shown to who typed them, and not taken yet."""
        return "preview" in self.data

    def pose_riddle(self) -> None:
        """Have the browser of whoever gets this form solve a riddle before it sends it."""
        self.fields["riddle"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        wanted = cleaned.get("parent")
        cleaned["parent"] = self._answerable.filter(pk=wanted).first() if wanted else None
        if "parent" in self.errors or (wanted and not cleaned["parent"]):
            self._let_stand_alone()
        # Last: a solution can be used once, and is kept for the comment that is sent.
        if not self.errors and "riddle" in self.fields and not self.asks_for_preview:
            self._check_riddle(cleaned.pop("riddle", ""))
        return cleaned

    def _check_riddle(self, solution: str) -> None:
        self.has_solved = is_solved(solution)
        # Used up or none: where the form is shown again, the browser needs another one.
        self._renew("riddle", "")
        if self.has_solved or not self._must_solve:
            return
        words = _(
            "Your browser has not solved the riddle that keeps machines away. It needs scripts, and a few "
            "seconds. Please send it once more."
        )
        self.add_error(None, words)

    def _let_stand_alone(self) -> None:
        self.errors.pop("parent", None)
        words = _(
            "The comment that you answer is no longer there. Send yours once more, and it stands by itself."
        )
        self.add_error(None, words)
        self._renew("parent", "")

    @property
    def words(self) -> Words:
        """What was typed, once it is valid."""
        known = self.cleaned_data
        return Words(
            name=known["name"],
            email=known["email"],
            text=known["text"],
            website=known.get("website", ""),
            wants_replies=known["wants_replies"],
        )
