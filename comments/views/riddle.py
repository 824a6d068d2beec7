"""Hands a browser the riddle that it has to solve before a comment is taken."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comments.riddle import new_riddle


@require_safe
@never_cache
def riddle(request: HttpRequest) -> JsonResponse:
    """A new one for whoever asks, as JSON; nothing is stored."""
    return JsonResponse(new_riddle())
