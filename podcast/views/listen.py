"""The audio of an episode, at an address that no renaming changes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from podcast.delivery import send_recording
from podcast.views.access import find_episode


@csrf_exempt  # It changes nothing; a POST is told so (405), not asked for a token.
@require_safe
def listen(request: HttpRequest, guid: UUID, extension: str) -> HttpResponseBase:
    """Send the episode's recording to whom it may concern, else 404.

    An extension of former times leads to the present one (301).
    """
    episode, cache_control = find_episode(request, guid)
    if extension != episode.recording.extension:
        # Players on other sites may only follow a redirect that lets them.
        headers = {"Access-Control-Allow-Origin": "*"}
        return HttpResponsePermanentRedirect(episode.audio_path, headers=headers)
    return send_recording(
        request,
        episode.recording,
        filename=f"{episode.slug}.{extension}",
        cache_control=cache_control,
    )
