"""Tells Django that users is an application."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "users"
