"""Tells Django that home is an application."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
