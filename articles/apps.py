"""Tells Django that articles is an application, and registers what the site asks of its pages."""

from importlib import import_module

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        import_module("articles.feed")
        import_module("articles.search")
        import_module("articles.structured_data")
