"""Production settings, read from the environment and loud when something is missing or wrong.

``manage.py`` and ``cms/wsgi.py`` have put a ``.env`` into the environment by then.
"""

import logging
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from environs import Env, validate

from .addresses import ping_templates, web_addresses
from .languages import languages
from .not_on_pages import NOT_ON_PAGES as NOT_ON_PAGES

BASE_DIR = Path(__file__).resolve().parents[2]

env = Env()

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SITE_URL = env.str("SITE_URL").rstrip("/")
SITE_IS_HTTPS = urlsplit(SITE_URL).scheme == "https"

INSTALLED_APPS = [
    "home",
    "demo",
    "articles",
    "podcast",
    "comments",
    "stats",
    "texts",
    "cms",
    "users",
    "wagtailmedia",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.middleware.PageMemory",
    "cms.middleware.FeedMemory",
    "cms.middleware.Reading",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.languages.LanguageOfTheAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]

DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Without all three, concurrent writers lose work to "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Who was counted today (stats/visitors.py): many short entries, and never on a disk.
    "visitors": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "visitors",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = env.str("LANGUAGE_CODE", "en")
TIME_ZONE = env.str("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
LANGUAGES = languages(LANGUAGE_CODE)
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"

# Pictures and documents are public. Recordings are not: a file under a public address would give
# away drafts, so they have a folder that no URL points at and a view that asks the page first.
MEDIA_FOLDER = Path(env.str("MEDIA_ROOT", str(BASE_DIR / "media")))
MEDIA_ROOT = MEDIA_FOLDER / "public"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "recordings": {
        "BACKEND": "podcast.storage.RecordingStorage",
        "OPTIONS": {"location": MEDIA_FOLDER / "recordings"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# nginx's internal location for the recordings folder; without it the application sends them itself.
RECORDINGS_ACCEL_URL = env.str("RECORDINGS_ACCEL_URL", "")

EMAIL_CONFIG = env.dj_email_url("EMAIL_URL", "smtp://localhost:25")
vars().update(EMAIL_CONFIG)
# Somebody waits while an e-mail is sent (cms/models/contact.py); ?timeout= in EMAIL_URL says otherwise.
EMAIL_TIMEOUT = EMAIL_CONFIG["EMAIL_TIMEOUT"] or 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "webmaster@localhost")

SECURE_SSL_REDIRECT = SITE_IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz(/scheduler)?$"]
SECURE_HSTS_SECONDS = 31_536_000 if SITE_IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", SITE_IS_HTTPS)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", SITE_IS_HTTPS)
SESSION_COOKIE_SECURE = SITE_IS_HTTPS
CSRF_COOKIE_SECURE = SITE_IS_HTTPS
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The admin is left out: Wagtail's own pages still need inline styles (wagtail issue 1288).
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "frame-src": [SELF, "https://www.youtube-nocookie.com", "https://player.vimeo.com"],
        "img-src": [SELF, "data:"],
    },
}
# Wagtail's preview panel frames our own pages, so the check that asks for DENY is answered.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# How long what visitors wrote through a form is kept (manage.py forget_messages).
MESSAGES_KEPT_DAYS = env.int("MESSAGES_KEPT_DAYS", 180, validate=validate.Range(min=1))
# How long the e-mail addresses of commenters are kept, and what moderators turned down (forget_commenters).
COMMENT_ADDRESSES_KEPT_DAYS = env.int(
    "COMMENT_ADDRESSES_KEPT_DAYS", 180, validate=validate.Range(min=1)
)
COMMENT_SPAM_KEPT_DAYS = env.int("COMMENT_SPAM_KEPT_DAYS", 30, validate=validate.Range(min=1))

# How numbers of readers are sealed (texts/addresses.py), who sends their texts, and how long what was sent is kept.
TEXTS_KEY = env.str("TEXTS_KEY", "")
SMS_GATEWAY = env.str("SMS_GATEWAY", "console")
SMS_ACCOUNT = env.str("SMS_ACCOUNT", "")
SMS_TOKEN = env.str("SMS_TOKEN", "")
SMS_FROM = env.str("SMS_FROM", "")
SMS_URL = env.str("SMS_URL", "https://api.twilio.com")
TEXTS_KEPT_DAYS = env.int("TEXTS_KEPT_DAYS", 90, validate=validate.Range(min=2))

# Whoever writes "Sleep" means the tag "sleep".
TAGGIT_CASE_INSENSITIVE = True

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_SITE_NAME = env.str("SITE_NAME", "Practice")
WAGTAILADMIN_BASE_URL = SITE_URL
# An address that people pass on should not turn into percent signs.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# No page of ours, the admin's neither, calls a third party.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAILIMAGES_IMAGE_MODEL = "cms.Picture"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.PictureForm"
# As near to the original as WebP's 80, in two thirds of its bytes.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A small file can hold a picture that fills the memory: all frames together, about 190 MB at most.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.search_index"}}
WAGTAILMEDIA = {
    "MEDIA_MODEL": "podcast.Recording",
    "MEDIA_FORM_BASE": "podcast.forms.RecordingForm",
    # What a file is, is decided by its bytes (podcast.audio), never by its name.
    "AUDIO_EXTENSIONS": [],
    "VIDEO_EXTENSIONS": [],
}
# How long a process may give the same answer again without asking the database whether it still holds.
FEED_MEMORY_SECONDS = 1
# How long a process may keep a public page that has not changed: what changes by time alone, such as
# an expiry, is seen that much later. Nought keeps none.
PAGE_MEMORY_SECONDS = 60
# Wagtail's own tasks run at once, within the request; ours wait in the database for a worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
# Who is told when a feed has changed (podcast/announce.py). Nobody, unless asked for.
WEBSUB_HUBS = env.list("WEBSUB_HUBS", [], validate=web_addresses)
FEED_PINGS = env.list("FEED_PINGS", [], validate=ping_templates)
RECORDING_MAX_BYTES = env.int("RECORDING_MAX_BYTES", 500 * 1024 * 1024)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.log_level("LOG_LEVEL", logging.INFO)},
    # A line for every task that Wagtail runs would drown all others. (db_worker turns them on.)
    # And urllib3 would write the numbers of readers whose texts a provider is asked about.
    "loggers": {
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        "urllib3": {"level": "WARNING"},
    },
}
