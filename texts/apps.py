"""Tells Django that texts is an application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TextsConfig(AppConfig):
    name = "texts"
    verbose_name = _("Daily texts")

    def ready(self) -> None:
        from texts import checks  # noqa: F401
