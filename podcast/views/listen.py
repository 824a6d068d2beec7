"""The audio of an episode, at an address that no renaming changes."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from podcast.delivery import send_recording
from podcast.models import EpisodePage, Recording
from podcast.views.access import find_episode


@csrf_exempt  # It changes nothing; a POST is told so (405), not asked for a token.
@require_safe
def listen(request: HttpRequest, guid: UUID, extension: str) -> HttpResponseBase:
    """Send the episode's recording to whom it may concern, else 404.

    An extension of former times leads to the present one (301).
    """
    episode, cache_control = find_episode(request, guid)
    recording = cast(Recording, episode.recording)
    return _send(request, episode, recording, extension, cache_control)


@csrf_exempt
@require_safe
def listen_alternate(
    request: HttpRequest, guid: UUID, recording: int, extension: str
) -> HttpResponseBase:
    """Send another version of the episode, if the published episode names it as such."""
    episode, cache_control = find_episode(request, guid)
    if not EpisodePage.objects.naming("recording", recording).filter(pk=episode.pk).exists():
        raise Http404
    version = get_object_or_404(Recording, pk=recording)
    return _send(request, episode, version, extension, cache_control)


def _send(
    request: HttpRequest,
    episode: EpisodePage,
    recording: Recording,
    extension: str,
    cache_control: str,
) -> HttpResponseBase:
    if extension != recording.extension:
        # Players on other sites may only follow a redirect that lets them. A redirect that browsers
        # keep for ever would end in a circle when the recording has its former type again.
        headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": cache_control}
        return HttpResponsePermanentRedirect(episode.path_of(recording), headers=headers)
    return send_recording(
        request,
        recording,
        filename=f"{episode.slug}.{extension}",
        cache_control=cache_control,
    )
