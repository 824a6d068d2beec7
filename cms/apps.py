"""Tells Django that cms is an application, starts what listens to changes, and how AVIF is written."""

from importlib import import_module

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"

    def ready(self) -> None:
        import_module("cms.avif")
        import_module("cms.signals")
        import_module("cms.editions")
