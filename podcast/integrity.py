"""The checksum of a file, as apps compare it with what they downloaded."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from typing import Any

from django.core.files import File


def integrity_of(file: File[Any]) -> str:
    """``sha384-…`` (W3C Subresource Integrity, 3.1) of the whole file; it is left at its beginning."""
    digest = hashlib.sha384()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return f"sha384-{b64encode(digest.digest()).decode()}"
