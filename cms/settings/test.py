"""The test suite: like production, but in a temporary folder and with cheap passwords."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

scratch = Path(tempfile.mkdtemp(prefix="cms-test-"))
atexit.register(shutil.rmtree, scratch, ignore_errors=True)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{scratch}/db.sqlite3")
os.environ.update(
    SECRET_KEY="for-tests-only",  # noqa: S106
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    SITE_URL="http://localhost",
    EMAIL_URL="memory:",
    MEDIA_ROOT=str(scratch),
)

from .base import *  # noqa: E402, F403

STATIC_ROOT = scratch / "static"
STATIC_ROOT.mkdir()  # WhiteNoise warns of a folder that is not there.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
# A live server's threads would keep the test database busy when it is to be dropped.
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
if "sqlite3" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    # A file, not memory: only a file has a write-ahead log and readers in other threads.
    DATABASES["default"]["TEST"] = {"NAME": str(scratch / "test.sqlite3")}  # noqa: F405

# A test sees what it has just changed.
FEED_MEMORY_SECONDS = 0
PAGE_MEMORY_SECONDS = 0
