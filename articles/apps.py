"""Tells Django that articles is an application."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
