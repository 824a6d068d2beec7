"""Tells Django that stats is an application."""

from django.apps import AppConfig


class StatsConfig(AppConfig):
    name = "stats"
