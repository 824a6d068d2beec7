"""The chapters and transcripts of an episode, as podcast apps fetch them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.packing import etag_of
from podcast.chapters.json_format import write_json
from podcast.transcript_formats import FORMATS
from podcast.views.access import find_episode

CHAPTERS_TYPE = "application/json+chapters"


@csrf_exempt  # As for the audio: a POST is told 405.
@require_safe
def chapters(request: HttpRequest, guid: UUID) -> HttpResponse:
    """JSON chapters 1.2; 404 where the episode has none, or is not to be heard."""
    episode, cache_control = find_episode(request, guid)
    found = episode.effective_chapters
    if not found:
        raise Http404
    return _send(request, write_json(found), CHAPTERS_TYPE, cache_control)


@csrf_exempt
@require_safe
def transcript(request: HttpRequest, guid: UUID, language: str, extension: str) -> HttpResponse:
    """The episode's transcript in that language and format; 404 where there is none."""
    episode, cache_control = find_episode(request, guid)
    chosen = next((t for t in episode.present_transcripts if t.language == language), None)
    if chosen is None or extension not in FORMATS:
        raise Http404
    form = FORMATS[extension]
    return _send(request, form.write(chosen), form.mime_type, cache_control)


def _send(request: HttpRequest, body: bytes, content_type: str, cache_control: str) -> HttpResponse:
    etag = f'"{etag_of(body)}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(body, content_type=content_type)
        response["Content-Length"] = str(len(body))
    response["ETag"] = etag
    response["Cache-Control"] = cache_control
    response["Access-Control-Allow-Origin"] = "*"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
