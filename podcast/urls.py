"""The podcast's own addresses; its pages are Wagtail's."""

from django.urls import path

from podcast.views.listen import listen
from podcast.views.words import chapters, transcript

urlpatterns = [
    path("listen/<uuid:guid>.<slug:extension>", listen, name="listen"),
    path("chapters/<uuid:guid>.json", chapters, name="chapters"),
    path("transcripts/<uuid:guid>/<slug:language>.<slug:extension>", transcript, name="transcript"),
]
