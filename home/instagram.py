"""What an address at Instagram has to look like. Nothing here, and no page, calls Instagram."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HOSTS: Final = ("instagram.com", "www.instagram.com")


def validate_address(url: str) -> None:
    """Raise ValidationError unless ``url`` is a secure address of something at Instagram."""
    parts = urlsplit(url)
    if not _is_there(parts) or not parts.path.strip("/"):
        raise ValidationError(_("This is no address at Instagram (https://www.instagram.com/…)."))


def validate_profile(url: str) -> None:
    """Raise ValidationError unless ``url`` is that of a profile, which has one name for a path."""
    validate_address(url)
    if "/" in urlsplit(url).path.strip("/"):
        raise ValidationError(_("Give the address of the profile, not of one post."))


def profile_name(url: str) -> str:
    """The name as people know it: “@name”; "" without an address."""
    name = urlsplit(url).path.strip("/")
    return f"@{name}" if name else ""


def _is_there(parts: SplitResult) -> bool:
    return parts.scheme == "https" and parts.netloc.lower() in HOSTS
