"""Which language an address speaks, and where a site's pages in that language are.

The address alone decides, never a cookie or Accept-Language, so that a page is the same for all who
ask for it and caches may keep it. The default language stands at the root; another one has a prefix
(``/de/``) as soon as the site's home page is published in it. Until then the prefix is a path like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, override, to_locale
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from cms.models import BasePageQuerySet
from cms.parts import part

#: Where Wagtail keeps it, and looks for it before it asks the database.
_SITE: Final = "_wagtail_site"
_HOME: Final = "_home_in_its_language"
_TRANSLATIONS: Final = "_translations_of_the_page"
#: Of the languages that the site speaks without naming a country.
_COUNTRIES: Final = {"en": "en_US", "de": "de_DE", "es": "es_ES"}


class LanguageOfTheAddress:
    """Middleware that lets everything after it speak the language of the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = prefix_of(request.path_info)
        if language and (home := _home_in(language, request)):
            setattr(request, _HOME, home)
        else:
            language = settings.LANGUAGE_CODE
        with override(language):
            return self.get_response(request)


def prefix_of(path: str) -> str:
    """The language that ``path`` ("/de/podcast/") may begin with, or "" for the default one's."""
    first = path.lstrip("/").partition("/")[0]
    return first if first != settings.LANGUAGE_CODE and first in dict(settings.LANGUAGES) else ""


def within_language(path: str) -> str:
    """``path`` ("de/podcast/") as it is below the home page in the active language ("podcast/")."""
    language = get_language()
    return path if language == settings.LANGUAGE_CODE else path.removeprefix(f"{language}/")


def site_for(request: HttpRequest | None) -> Site | None:
    """The site that ``request`` asks; Wagtail, too, finds it there from now on."""
    asked: Any = request
    if asked and not hasattr(asked, _SITE):
        # Any host may be named here, as Wagtail has it: unknown ones are refused by Django elsewhere.
        key = ("site", asked._get_raw_host(), asked.get_port())
        setattr(asked, _SITE, part(asked, key, lambda: Site.find_for_request(asked)))
    return getattr(asked, _SITE, None)


def home_for(request: HttpRequest | None) -> Page | None:
    """The home page of the site that ``request`` asks, in the language of its address."""
    site = site_for(request)
    return getattr(request, _HOME, site.root_page) if site else None


def homes_of(site: Site) -> PageQuerySet:
    """The site's home page in every language, drafts too: above them is no page of the site."""
    return site.root_page.get_translations(inclusive=True)


def language_of(page: Page) -> str | None:
    """The language of the home page that it is or lies below, which Wagtail keeps in its cache."""
    roots = Site.get_site_root_paths()
    above = (root for root in roots if page.url_path.startswith(root.root_path))
    return next((root.language_code for root in above), None)


def public_translations(page: Page, request: HttpRequest) -> Mapping[str, Page]:
    """``page`` by every language in which strangers may read it; nothing where it is the only one.

    Costs no query on a site that has one language. An alias is no translation: it has the words of
    the page that it copies.
    """
    if not hasattr(request, _TRANSLATIONS):
        setattr(request, _TRANSLATIONS, _translations(page) if _has_languages(request) else {})
    return getattr(request, _TRANSLATIONS)


def open_graph_locale(language: str) -> str:
    """``language`` with its country, as Open Graph wants it ("de_DE"); "" where none is known."""
    locale = to_locale(language)
    return locale if "_" in locale else _COUNTRIES.get(locale, "")


def _translations(page: Page) -> dict[str, Page]:
    found = (
        BasePageQuerySet(Page)
        .public_now()
        .filter(translation_key=page.translation_key, alias_of=None)
        .order_by()
        .only("url_path")
    )
    # By the tree that it stands in. The page itself comes last, so that none moved beside it takes its place.
    in_turn = sorted(found, key=lambda each: (each.pk == page.pk, -each.pk))
    spoken = {language: each for each in in_turn if (language := language_of(each))}
    return dict(sorted(spoken.items())) if len(spoken) > 1 else {}


def _has_languages(request: HttpRequest) -> bool:
    site = Site.find_for_request(request)
    # Wagtail keeps them in the cache.
    roots = [root for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    return len(roots) > 1


def _home_in(language: str, request: HttpRequest) -> Page | None:
    site = site_for(request)
    if site is None:
        return None
    homes = homes_of(site).filter(locale__language_code=language)
    if getattr(request, "is_dummy", False):
        # Editors look at drafts before there is a published home page (Wagtail's previews are dummies).
        return homes.first()
    return part(request, ("home", site.pk, language), homes.live().first)
