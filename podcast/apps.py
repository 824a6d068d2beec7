"""Tells Django that podcast is an application."""

from django.apps import AppConfig


class PodcastConfig(AppConfig):
    name = "podcast"
