"""Tells Django that podcast is an application, and starts what listens to changes."""

from importlib import import_module

from django.apps import AppConfig


class PodcastConfig(AppConfig):
    name = "podcast"

    def ready(self) -> None:
        import_module("podcast.signals")
        import_module("podcast.search")
        import_module("podcast.structured_data")
