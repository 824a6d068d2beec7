"""Production's settings on a scratch database, with bare views beside the site's own addresses."""

from cms.settings.base import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
STATIC_ROOT = MEDIA_FOLDER  # noqa: F405 (WhiteNoise warns of a folder that is not there.)
TEMPLATES[0]["DIRS"] = [BASE_DIR / "templates", BASE_DIR / "bench/templates"]  # noqa: F405
# Thousands that are refused are no news.
LOGGING = {**LOGGING, "loggers": {"django": {"level": "ERROR"}}}  # noqa: F405
