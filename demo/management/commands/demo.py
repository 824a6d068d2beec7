"""Loads the demo into an empty site, and makes it as big as asked."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Site

from articles.models import ArticleIndexPage
from demo.crowd import add_articles, add_episodes
from demo.site import build_site
from podcast.models import Show

USERNAME = "demo"
# Known to everybody, so it is only ever set where DEBUG says that this is a developer's machine.
DEVELOPMENT_PASSWORD = "larkmoss-demo"  # noqa: S105


class Command(BaseCommand):
    """Does nothing to a site that has pages of its own."""

    help = "Load the demo into an empty site; with numbers, add that many episodes and articles."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--episodes", type=whole_number, default=0, metavar="N")
        parser.add_argument("--articles", type=whole_number, default=0, metavar="N")

    def handle(self, *args: Any, episodes: int, articles: int, **options: Any) -> None:
        site = Site.objects.get(is_default_site=True)
        is_empty = not site.root_page.get_children_count()
        if is_empty or settings.DEBUG:
            # Another PORT on a developer's machine is another address, for feeds too.
            _set_address(site)
        if is_empty:
            self.stdout.write("Loading the demo …")
            with transaction.atomic():
                build_site(site)
        with transaction.atomic():
            if articles:
                add_articles(_first(ArticleIndexPage, site), articles)
            if episodes:
                add_episodes(_first(Show, site), episodes)
        self.stdout.write(f"Site:  {settings.SITE_URL}/")
        self.stdout.write(f"Admin: {settings.SITE_URL}/admin/   {_login(may_create=is_empty)}")


def whole_number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _set_address(site: Site) -> None:
    address = urlsplit(settings.SITE_URL)
    hostname = address.hostname or "localhost"
    port = address.port or (443 if address.scheme == "https" else 80)
    if (site.hostname, site.port) != (hostname, port):
        site.hostname, site.port = hostname, port
        site.save()


def _first(page_type: Any, site: Site) -> Any:
    page = page_type.objects.public_now().descendant_of(site.root_page).first()
    if page is None or page.is_leaf():
        name = page_type._meta.verbose_name
        raise CommandError(f"This site has no {name} to add to; load the demo into an empty site.")
    return page


def _login(*, may_create: bool) -> str:
    """Make sure that somebody can log in to a new demo; return what to type."""
    users = get_user_model()
    if users.objects.filter(username=USERNAME).exists():
        known = f" password {DEVELOPMENT_PASSWORD}" if settings.DEBUG else ""
        return f"user {USERNAME}{known}"
    if not may_create or users.objects.filter(is_superuser=True).exists():
        return "with your own login"
    password = DEVELOPMENT_PASSWORD if settings.DEBUG else secrets.token_urlsafe(16)
    users.objects.create_superuser(USERNAME, "demo@example.org", password)
    return f"user {USERNAME} password {password}"
