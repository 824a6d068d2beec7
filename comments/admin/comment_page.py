"""The page of one comment: its words and what they were, what it answers, what to do with it."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.contrib.admin.utils import quote
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView, EditView

from cms.about import site_name
from cms.models import SiteSettings
from comments.admin.deciding import DECISIONS
from comments.admin.forms import ReplyForm
from comments.admin.likeness import in_words
from comments.admin.look import MODERATION_CSS
from comments.admin.policy import comments_to_moderate, may_see_addresses
from comments.admin.seen import CHANGED_SINCE, has_changed_since, now_as_text, seen_at_of
from comments.deciding import decide, delete, edit
from comments.models import Comment, Status
from comments.submitting import reply_as_practice

REPLY: Final = "reply"
#: How many answers are shown beside a comment; the page of the site shows all.
ANSWERS: Final = 50


class CommentPageView(EditView):
    """Its form changes the words; another one, sent to the same address, answers them."""

    template_name = "comments/admin/comment.html"
    success_message = gettext_lazy("The comment was saved.")

    def get_queryset(self) -> QuerySet[Comment]:
        return comments_to_moderate().select_related(
            "page__locale", "parent", "decided_by", "written_by"
        )

    def get_usage_url(self) -> None:
        """Comments are used nowhere."""

    def get_history_url(self) -> None:
        """It is on the page itself; Wagtail's would keep words that their author has removed."""

    def get_last_updated_info(self) -> None:
        """The same."""

    def get_success_url(self) -> str:
        return self.get_edit_url()

    def get_success_buttons(self) -> list[Any]:
        return []

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if REPLY not in request.POST:
            return super().post(request, *args, **kwargs)
        self.object = self.get_object()
        if has_changed_since(self.object, seen_at_of(request)):
            self.reply_form.add_error(None, CHANGED_SINCE)
        if not self.reply_form.is_valid():
            return self.render_to_response(self.get_context_data())
        self._reply(**self.reply_form.cleaned_data)
        return HttpResponseRedirect(self.get_edit_url())

    @transaction.atomic
    def _reply(self, *, name: str, text: str) -> None:
        """Nobody is answered in public whose words are not to be seen, so those are approved first."""
        decide([self.object], Status.APPROVED, self.request.user)
        reply_as_practice(parent=self.object, name=name, text=text, user=self.request.user)
        messages.success(self.request, _("Your reply was published."))

    def get_form(self, form_class: Any = None) -> Any:
        """What its author has written meanwhile is not written over unread."""
        form = super().get_form(form_class)
        if form.is_bound and has_changed_since(self.object, seen_at_of(self.request)):
            form.full_clean()
            form.add_error(None, CHANGED_SINCE)
        return form

    def save_instance(self) -> Comment:
        """Keep the words that were there before, unless nothing has changed."""
        typed = self.form.cleaned_data
        comment = Comment.objects.select_for_update().get(pk=self.object.pk)
        if (typed["name"], typed["text"]) != (comment.name, comment.text):
            edit(comment, name=typed["name"], text=typed["text"], user=self.request.user)
        return comment

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if REPLY in self.request.POST:
            kwargs = {**kwargs, "data": None, "files": None}
        return kwargs

    @cached_property
    def reply_form(self) -> ReplyForm:
        data = self.request.POST if REPLY in self.request.POST else None
        return ReplyForm(data, prefix=REPLY, initial={"name": self._practice_name()})

    def _practice_name(self) -> str:
        site = self.object.page.get_site()
        return site_name(SiteSettings.for_site(site), site)[:60] if site else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        comment = self.object
        sees_addresses = may_see_addresses(self.request.user)
        return {
            **context,
            "comment": comment,
            "page_url": comment.page.get_url(self.request) if comment.page.live else None,
            "email": comment.email if sees_addresses else "",
            "likeness": "" if comment.is_from_practice else in_words(comment.score),
            "decisions": DECISIONS,
            "answers": comments_to_moderate().filter(parent=comment).order_by("pk")[:ANSWERS],
            "versions": comment.versions.select_related("replaced_by"),
            "from_same_sender": self._from_same_sender(),
            "reply_form": self.reply_form,
            "seen_at": now_as_text(),
            "media": context["media"] + self.reply_form.media + MODERATION_CSS,
        }

    def _from_same_sender(self) -> int:
        """How many others came from there that day."""
        if not self.object.sender:
            return 0
        same = comments_to_moderate().filter(sender=self.object.sender)
        return same.exclude(pk=self.object.pk).count()


class DeleteCommentView(DeleteView):
    """Says what goes with it. Nothing is written into Wagtail's log: that would keep the words."""

    success_message = gettext_lazy("The comment was deleted.")

    def get_queryset(self) -> QuerySet[Comment]:
        return comments_to_moderate()

    def get_usage_url(self) -> None:
        """Comments are used nowhere."""

    def delete_action(self) -> None:
        delete([self.object])

    @property
    def confirmation_message(self) -> str:
        return warning_of_deletion(self.object.replies.count())

    def get_success_url(self) -> str:
        return reverse(self.index_url_name)

    def get_delete_url(self) -> str:
        return reverse(self.delete_url_name, args=[quote(self.object.pk)])


def warning_of_deletion(replies: int) -> str:
    """What is lost, and what takes words away from readers just as well."""
    lost = _("It is gone for good.")
    if replies:
        text = ngettext(
            "It is gone for good, and with it %(n)d reply and all that answers that.",
            "It is gone for good, and with it %(n)d replies and all that answers those.",
            replies,
        )
        lost = text % {"n": replies}
    return f"{lost} {_instead()}"


def _instead() -> str:
    days = settings.COMMENT_SPAM_KEPT_DAYS
    text = ngettext(
        "To hide it from readers only, reject it instead: you can take that back for %(n)d day.",
        "To hide it from readers only, reject it instead: you can take that back for %(n)d days.",
        days,
    )
    return text % {"n": days}
