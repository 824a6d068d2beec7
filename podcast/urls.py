"""The podcast's own addresses; its pages are Wagtail's."""

from django.urls import path

from podcast.views.listen import listen

urlpatterns = [path("listen/<uuid:guid>.<slug:extension>", listen, name="listen")]
