"""What an editor's browser asks of a recording: to hear it, to be offered its tags, to change it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.images import ImageFile, get_image_dimensions
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_denied
from wagtail.models import Collection
from wagtail.permissions import policy_registry
from wagtailmedia.permissions import MediaPermissionPolicyChecker
from wagtailmedia.views import media

from cms.models import Picture
from podcast.artwork import fits
from podcast.delivery import send_recording
from podcast.models import EpisodePage, Recording

checker = MediaPermissionPolicyChecker()
ANY = ("add", "change", "delete")


@require_safe
@checker.require_any(*ANY)
def recording_file(request: HttpRequest, media_id: int) -> HttpResponseBase:
    """The bare recording, for those who may see it in the library."""
    recording = get_object_or_404(_visible(request), pk=media_id)
    filename = f"{recording.title}.{recording.extension}"
    return send_recording(
        request, recording, filename=filename, cache_control="private, max-age=3600"
    )


@require_safe
@checker.require_any(*ANY)
def recording_offers(request: HttpRequest, media_id: int) -> JsonResponse:
    """What the file's tags know, as ``{"facts": str, "fields": {field name: value}, "cover": …}``."""
    recording = get_object_or_404(_visible(request), pk=media_id)
    fields = {
        "title": recording.tag_title,
        "season": recording.tag_season,
        "number": recording.tag_number,
        "summary": recording.tag_comment[:1000],
    }
    return JsonResponse(
        {
            "facts": recording.facts,
            "fields": {name: value for name, value in fields.items() if value},
            "cover": reverse("recording_cover", args=[recording.pk])
            if _has_usable_cover(recording) and _collections_for_pictures(request)
            else "",
        }
    )


@require_POST
@checker.require_any(*ANY)
def recording_cover(request: HttpRequest, media_id: int) -> HttpResponse:
    """Put the file's cover into the picture library and return it as the picture chooser wants it."""
    recording = get_object_or_404(_visible(request), pk=media_id)
    if not recording.thumbnail:
        return HttpResponse(status=404)
    collections = _collections_for_pictures(request)
    if not collections:
        return permission_denied(request)
    own = recording.collection
    try:
        with recording.thumbnail.open() as cover:
            picture = Picture.objects.create(
                title=_("Cover of %(title)s") % {"title": recording.title},
                file=ImageFile(cover, name=recording.thumbnail_filename),
                collection=own if own in collections else collections[0],
                uploaded_by_user=request.user,
            )
    except OSError:
        # Its head was looked at when it came in, but nobody has drawn it until now.
        return HttpResponse(status=422)
    preview = picture.get_rendition("max-165x165")
    return JsonResponse(
        {
            "id": picture.pk,
            "title": picture.title,
            "edit_url": reverse("wagtailimages:edit", args=[picture.pk]),
            "preview": {"url": preview.url, "width": preview.width, "height": preview.height},
        },
        status=201,
    )


@transaction.atomic
def edit_recording(request: HttpRequest, media_id: int) -> HttpResponseBase:
    """wagtailmedia's form in one transaction: it removes the old file before it has saved the new one."""
    return media.edit(request, media_id)


def delete_recording(request: HttpRequest, media_id: int) -> HttpResponseBase:
    """wagtailmedia's view, unless an episode needs the recording: then words, before it asks "sure?"."""
    recording = get_object_or_404(_visible(request), pk=media_id)
    if titles := [episode.title for episode in EpisodePage.objects.for_recording(recording)]:
        text = _("This recording cannot be deleted, because an episode uses it: %(titles)s.")
        messages.error(request, text % {"titles": ", ".join(titles)})
        return redirect("wagtailmedia:edit", media_id)
    return media.delete(request, media_id)


def _visible(request: HttpRequest) -> Any:
    return checker.policy.instances_user_has_any_permission_for(request.user, ANY)


def _collections_for_pictures(request: HttpRequest) -> list[Collection]:
    policy = policy_registry.get_by_type(Picture)
    return list(policy.collections_user_has_permission_for(request.user, "add"))


def _has_usable_cover(recording: Recording) -> bool:
    """Whether there is a cover that podcast apps would take as artwork."""
    if not recording.thumbnail:
        return False
    try:
        with recording.thumbnail.open() as cover:
            return fits(*get_image_dimensions(cover))
    except OSError:
        return False
