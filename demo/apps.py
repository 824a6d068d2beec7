"""Tells Django that demo is an application."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "demo"
