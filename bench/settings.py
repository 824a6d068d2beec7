"""Production's settings on a scratch database, with bare views beside the site's own addresses."""

from pathlib import Path

from cms.settings.base import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
STATIC_ROOT = MEDIA_FOLDER  # noqa: F405 (WhiteNoise warns of a folder that is not there.)
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")  # noqa: F405
