"""Production's settings on a scratch site, which also sends its pictures, as nginx does in production."""

from cms.settings.base import *  # noqa: F403

ROOT_URLCONF = "audit.urls"
STATIC_ROOT = MEDIA_FOLDER / "static"  # noqa: F405
