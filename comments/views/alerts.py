"""Where the owner of an e-mail address says yes to being told of replies, or no."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.alerts.tokens import alert_pk_of
from comments.models import ReplyAlert

CONFIRM = "confirm"


@csrf_exempt  # Mail programs post here (RFC 8058), and the address is the proof that they may.
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def reply_alert(request: HttpRequest, token: str) -> HttpResponse:
    """A GET only shows, as programs that check mails open every link; a POST confirms or stops.

    404 for an address that was made up. What has been stopped can be stopped again.
    """
    pk = alert_pk_of(token)
    if pk is None:
        raise Http404
    alerts = ReplyAlert.objects.filter(pk=pk)
    if request.method == "POST" and CONFIRM in request.POST:
        alerts.filter(confirmed_at=None).update(confirmed_at=timezone.now())
    elif request.method == "POST":
        alerts.delete()
    response = TemplateResponse(request, "comments/alert.html", {"alert": alerts.first()})
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response
