"""Who is given what belongs to an episode: its audio, its chapters, its words."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from podcast.models import EpisodePage

PUBLIC = "public, max-age=3600"
PRIVATE = "private, no-store"


def find_episode(request: HttpRequest, guid: UUID) -> tuple[EpisodePage, str]:
    """The episode, and the Cache-Control under which what belongs to it is sent. Raises Http404.

    A stranger gets published, public episodes; who has been let in to a private page gets that, and
    who may edit a page gets its draft; nobody gets an episode without a recording.
    """
    episode = get_object_or_404(EpisodePage.objects.select_related("recording"), guid=guid)
    is_public = EpisodePage.objects.heard().filter(pk=episode.pk).exists()
    # The user is asked for last: who never touches the session gets no Vary: Cookie.
    if not episode.recording:
        raise Http404
    if not (is_public or _is_let_in(request, episode) or _may_edit(request, episode)):
        raise Http404
    return episode, PUBLIC if is_public else PRIVATE


def _is_let_in(request: HttpRequest, episode: EpisodePage) -> bool:
    if episode.is_withdrawn:
        return False
    restrictions = episode.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def _may_edit(request: HttpRequest, episode: EpisodePage) -> bool:
    user = request.user
    return user.is_authenticated and episode.permissions_for_user(user).can_edit()
