"""What moderators do with many comments at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from comments.admin.comment_page import warning_of_deletion
from comments.admin.filters import CommentFilterSet, searched
from comments.admin.policy import comments_to_moderate, may_moderate
from comments.admin.seen import moment_of, now_as_text
from comments.deciding import decide, delete
from comments.models import Comment, Status
from users.models import User

#: How many are taken in one go, as somebody waits for it; the confirmation says where there are more.
AT_ONCE: Final = 500
#: How many the confirmation names.
NAMED: Final = 20


class UpToForm(forms.Form):
    """Whoever confirms means those that were there then, not what has come since."""

    newest = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen_at = forms.CharField(required=False, widget=forms.HiddenInput, initial=now_as_text)


class CommentBulkAction(SnippetBulkAction):
    """The ground of the actions; "all in the listing" means what its filters and search left over."""

    template_name = "comments/admin/confirm_bulk.html"
    form_class = UpToForm
    button: Any

    @classproperty
    def models(cls) -> list[type[Comment]]:
        return [Comment]

    @classmethod
    def get_queryset(cls, model: type[Comment], object_ids: Any) -> QuerySet[Comment]:
        wanted = [pk for pk in object_ids if str(pk).isdecimal()]
        return comments_to_moderate().filter(pk__in=wanted).select_related("page")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> list[int]:
        """The queue passes its own address on, so the same filters are found there."""
        asked = self.request.GET
        listed = CommentFilterSet(asked, comments_to_moderate(), request=self.request)
        if not listed.is_valid():
            return []
        found = searched(listed.qs, asked.get("q", ""), self.request.user)
        if self.cleaned_form and (newest := self.cleaned_form.cleaned_data["newest"]):
            found = found.filter(pk__lte=newest)
        return list(found.order_by("-pk").values_list("pk", flat=True)[:AT_ONCE])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        comments = [each["item"] for each in context["items"]]
        number = len(comments)
        context["form"].initial["newest"] = max((each.pk for each in comments), default=None)
        return {
            **context,
            "title": self.display_name,
            "button": self.button,
            "number": number,
            "is_all_at_once": number == AT_ONCE,
            "named": comments[:NAMED],
            "others": max(number - NAMED, 0),
            "warning": self.warning(comments),
        }

    def object_context(self, comment: Comment) -> dict[str, Any]:
        return {"item": comment}

    def warning(self, comments: list[Comment]) -> str:
        return ""

    def get_execution_context(self) -> dict[str, Any]:
        known = self.cleaned_form.cleaned_data if self.cleaned_form else {}
        return {"user": self.request.user, "seen_at": moment_of(known.get("seen_at", ""))}


class Decide(CommentBulkAction):
    """Gives the comments one status."""

    status: Status

    @classmethod
    def execute_action(
        cls, objects: list[Comment], *, user: User, seen_at: datetime | None
    ) -> tuple[int, int]:
        """Returns how many were changed, and how many their authors have changed since they were seen."""
        done = decide(objects, cls.status, user, seen_at=seen_at)
        now = Comment.objects.filter(pk__in=[comment.pk for comment in objects])
        return done, now.filter(edited_at__gt=seen_at).count() if seen_at else 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        text = ngettext(
            "%(n)d comment was changed.", "%(n)d comments were changed.", num_parent_objects
        )
        told = text % {"n": num_parent_objects}
        if not num_child_objects:
            return told
        others = ngettext(
            "%(n)d was left, as its author has changed it since: please read it again.",
            "%(n)d were left, as their authors have changed them since: please read them again.",
            num_child_objects,
        )
        return f"{told} {others % {'n': num_child_objects}}"


class ApproveComments(Decide):
    display_name = gettext_lazy("Approve")
    aria_label = gettext_lazy("Approve the selected comments")
    button = gettext_lazy("Yes, approve")
    action_type = "approve"
    action_priority = 10
    status = Status.APPROVED


class RejectComments(Decide):
    display_name = gettext_lazy("Reject")
    aria_label = gettext_lazy("Reject the selected comments")
    button = gettext_lazy("Yes, reject")
    action_type = "reject"
    action_priority = 20
    status = Status.REJECTED


class SpamComments(Decide):
    display_name = gettext_lazy("Spam")
    aria_label = gettext_lazy("Mark the selected comments as spam")
    button = gettext_lazy("Yes, it is spam")
    action_type = "spam"
    action_priority = 30
    status = Status.SPAM


class DeleteComments(CommentBulkAction):
    """In the place of Wagtail's own, which would leave the pages that are kept as they were."""

    display_name = gettext_lazy("Delete")
    aria_label = gettext_lazy("Delete the selected comments")
    button = gettext_lazy("Yes, delete")
    action_type = "delete"
    action_priority = 40
    classes = {"serious"}

    def warning(self, comments: list[Comment]) -> str:
        found = Comment.objects.filter(pk__in=[comment.pk for comment in comments])
        return warning_of_deletion(found.aggregate(number=Count("replies"))["number"])

    @classmethod
    def execute_action(
        cls, objects: list[Comment], *, user: User, seen_at: datetime | None
    ) -> tuple[int, int]:
        delete(objects)
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        text = ngettext(
            "%(n)d comment was deleted.", "%(n)d comments were deleted.", num_parent_objects
        )
        return text % {"n": num_parent_objects}
