"""A developer's machine: SQLite, plain HTTP, pages of error that explain, no variable to set."""

import os

host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
os.environ.setdefault("SECRET_KEY", "for-development-only")
os.environ.setdefault("ALLOWED_HOSTS", f"localhost,127.0.0.1,[::1],{host}")
os.environ.setdefault("SITE_URL", f"http://{host}:{port}")
os.environ.setdefault("DATABASE_URL", "sqlite:///db.sqlite3")
os.environ.setdefault("EMAIL_URL", "console:")
os.environ.setdefault("LOG_LEVEL", "WARNING")

from .base import *  # noqa: E402, F403

DEBUG = True
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
SECURE_SSL_REDIRECT = False
# Whoever changes a template wants to see it.
PAGE_MEMORY_SECONDS = 0
