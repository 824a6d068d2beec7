"""Tells Django that cms is an application."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
