"""Where the provider of text messages calls: what became of a message, and what readers answer."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from texts.gateways import gateway_for
from texts.gateways.interface import Forged, Reply
from texts.models import Channel
from texts.replies import hear
from texts.settling import heed

logger = logging.getLogger(__name__)


@csrf_exempt  # The gateway checks a signature instead.
@require_POST
@never_cache
def hook(request: HttpRequest) -> HttpResponse:
    """204 for what comes from the provider, also where it says nothing new; 403 for anybody else.

    A call that is forged is neither read nor logged with anything that was sent.
    """
    try:
        events = gateway_for(Channel.SMS).hear(request)
    except Forged:
        logger.warning("A call to the hook of texts was not signed by the provider")
        return HttpResponseForbidden()
    for event in events:
        if isinstance(event, Reply):
            hear(event)
        else:
            heed(event)
    return HttpResponse(status=204)
