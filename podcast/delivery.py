"""Sending a recording: whole, in ranges, or by the web server in front of us."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.core.files import File
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import parse_etags

from podcast.models import Recording
from podcast.ranges import ByteRange, Unsatisfiable, asked_range

# Big enough to keep Python out of the way; 4 KB blocks cost four times as much.
BLOCK = 256 * 1024


def send_recording(
    request: HttpRequest, recording: Recording, *, filename: str, cache_control: str
) -> HttpResponseBase:
    """Answer GET or HEAD for ``recording`` as RFC 9110 asks.

    200, 206, 304 or 416; 503 where the file is gone though the database knows it. No byte of the
    file is read for HEAD, 304 or 416.
    """
    response = _answer(request, recording)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag_of(recording)
    # What a cache in between kept of a fault would outlive the fault.
    response["Cache-Control"] = cache_control if response.status_code < 400 else "no-store"
    response["Access-Control-Allow-Origin"] = "*"
    response["Content-Security-Policy"] = "default-src 'none'"
    if response.status_code in (200, 206):
        response["Content-Type"] = recording.mime_type
        response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(filename, safe='')}"
    return response


def etag_of(recording: Recording) -> str:
    """A strong validator: every upload gets a stored name of its own, so the name stands for the bytes."""
    stem = recording.file.name.rsplit("/", 1)[-1].split(".")[0]
    return f'"{stem}"'


def _answer(request: HttpRequest, recording: Recording) -> HttpResponseBase:
    header = request.headers.get("If-None-Match", "")
    # Compared weakly (RFC 9110, 13.1.2): proxies that touch a body mark its tag with W/.
    known = [etag.removeprefix("W/") for etag in parse_etags(header)]
    if "*" in known or etag_of(recording) in known:
        return HttpResponse(status=304)
    if settings.RECORDINGS_ACCEL_URL:
        response = HttpResponse()
        response["X-Accel-Redirect"] = settings.RECORDINGS_ACCEL_URL + quote(recording.file.name)
        return response
    size = recording.byte_length
    try:
        part = asked_range(_range_header(request, recording), size)
    except Unsatisfiable:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    return _content(request, recording, part or ByteRange(0, size - 1), partial=part is not None)


def _range_header(request: HttpRequest, recording: Recording) -> str:
    """The Range header, unless If-Range names other bytes than we have (then all is sent)."""
    condition = request.headers.get("If-Range", "")
    if condition and condition != etag_of(recording):
        return ""
    return request.headers.get("Range", "") if request.method == "GET" else ""


def _content(
    request: HttpRequest, recording: Recording, part: ByteRange, *, partial: bool
) -> HttpResponseBase:
    response: HttpResponseBase
    if request.method == "HEAD":
        response = HttpResponse()
    else:
        try:
            file = recording.file.storage.open(recording.file.name)
        except FileNotFoundError:
            return HttpResponse(status=503)
        response = StreamingHttpResponse(_blocks(file, part))
    response["Content-Length"] = str(len(part))
    if partial:
        response.status_code = 206
        response["Content-Range"] = f"bytes {part.first}-{part.last}/{recording.byte_length}"
    return response


def _blocks(file: File[bytes], part: ByteRange) -> Iterator[bytes]:
    with file:
        file.seek(part.first)
        left = len(part)
        while left and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
