"""The audio of an episode, at an address that no renaming changes."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from podcast.delivery import send_recording
from podcast.models import EpisodePage, Recording

PUBLIC = "public, max-age=3600"
PRIVATE = "private, no-store"


@csrf_exempt  # It changes nothing; a POST is told so (405), not asked for a token.
@require_safe
def listen(request: HttpRequest, guid: UUID, extension: str) -> HttpResponseBase:
    """Send the episode's recording.

    A stranger gets published, public episodes; who has been let in to a private page gets its
    audio, and who may edit a page gets its draft's; everybody else gets 404. An extension of former
    times leads to the present one (301).
    """
    episode = get_object_or_404(EpisodePage.objects.select_related("recording"), guid=guid)
    return _send(request, episode, episode.recording, extension)


@csrf_exempt
@require_safe
def listen_alternate(
    request: HttpRequest, guid: UUID, recording: int, extension: str
) -> HttpResponseBase:
    """Send another version of the episode, if the published episode names it as such."""
    episode = get_object_or_404(EpisodePage.objects.naming("recording", recording), guid=guid)
    return _send(request, episode, get_object_or_404(Recording, pk=recording), extension)


def _send(
    request: HttpRequest, episode: EpisodePage, recording: Recording | None, extension: str
) -> HttpResponseBase:
    is_public = EpisodePage.objects.heard().filter(pk=episode.pk).exists()
    # The user is asked for last: who never touches the session gets no Vary: Cookie.
    if not recording:
        raise Http404
    if not (is_public or _is_let_in(request, episode) or _may_edit(request, episode)):
        raise Http404
    if extension != recording.extension:
        # Players on other sites may only follow a redirect that lets them.
        headers = {"Access-Control-Allow-Origin": "*"}
        return HttpResponsePermanentRedirect(episode.path_of(recording), headers=headers)
    return send_recording(
        request,
        recording,
        filename=f"{episode.slug}.{extension}",
        cache_control=PUBLIC if is_public else PRIVATE,
    )


def _is_let_in(request: HttpRequest, episode: EpisodePage) -> bool:
    if episode.is_withdrawn:
        return False
    restrictions = episode.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def _may_edit(request: HttpRequest, episode: EpisodePage) -> bool:
    user = request.user
    return user.is_authenticated and episode.permissions_for_user(user).can_edit()
