"""Tells Django that home is an application, and registers what is told of its page."""

from importlib import import_module

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        import_module("home.structured_data")
