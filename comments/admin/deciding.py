"""The buttons, keys and address by which a moderator decides on one comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from comments.admin.filters import ALL
from comments.admin.policy import comments_to_moderate, may_moderate
from comments.admin.seen import CHANGED_SINCE, has_changed_since, seen_at_of
from comments.deciding import decide
from comments.models import Status


@dataclass(frozen=True, slots=True)
class Decision:
    """``key`` presses the button in the queue."""

    status: Status
    label: Promise
    key: str


DECISIONS: Final = [
    Decision(Status.APPROVED, gettext_lazy("Approve"), "a"),
    Decision(Status.REJECTED, gettext_lazy("Reject"), "r"),
    Decision(Status.SPAM, gettext_lazy("Spam"), "s"),
]


def counts_by_status() -> dict[str, int]:
    """How many comments there are, by status, and of all."""
    rows = comments_to_moderate().order_by().values_list("status").annotate(Count("pk"))
    counts = {str(status.value): 0 for status in Status if status != Status.REMOVED} | dict(rows)
    return {**counts, ALL: sum(counts.values())}


@require_POST
def decide_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the comment the ``status`` that was sent; JSON for who asks for it, else back to the list."""
    moderator: Any = request.user
    if not may_moderate(moderator):
        raise PermissionDenied
    comment = get_object_or_404(comments_to_moderate(), pk=pk)
    wanted = request.POST.get("status")
    if wanted not in {decision.status for decision in DECISIONS}:
        return HttpResponseBadRequest()
    seen_at = seen_at_of(request)
    decide([comment], Status(wanted), moderator, seen_at=seen_at)
    # Not what was wanted, but what is: its author may have removed or changed it this moment.
    comment.refresh_from_db(fields=["status", "edited_at"])
    label = comment.get_status_display()
    fault = str(CHANGED_SINCE) if has_changed_since(comment, seen_at) else ""
    if request.accepts("application/json") and not request.accepts("text/html"):
        told = {"status": comment.status, "label": label, "fault": fault}
        return JsonResponse({**told, "counts": counts_by_status()})
    if fault:
        messages.warning(request, fault)
    else:
        messages.success(request, _("The comment is now: %(status)s") % {"status": label})
    return redirect(get_valid_next_url_from_request(request) or "comments_admin:list")
