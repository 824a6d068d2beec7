"""Addresses without a language: what the provider calls, and the short ones in texts."""

from django.urls import path

from texts.views.hooks import hook
from texts.views.short_links import follow

urlpatterns = [
    path("texts/hook/", hook, name="texts_hook"),
    path("t/<str:key>/", follow, name="texts_short"),
]
