"""Tells Django that cms is an application, and starts what listens to changes."""

from importlib import import_module

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self) -> None:
        import_module("cms.signals")
        import_module("cms.editions")
