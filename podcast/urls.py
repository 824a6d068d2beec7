"""The podcast's own addresses; its pages are Wagtail's."""

from django.urls import path

from podcast.views.listen import listen, listen_alternate
from podcast.views.words import chapters, transcript

urlpatterns = [
    path("listen/<uuid:guid>.<slug:extension>", listen, name="listen"),
    path(
        "listen/<uuid:guid>/<int:recording>.<slug:extension>",
        listen_alternate,
        name="listen_alternate",
    ),
    path("chapters/<uuid:guid>.json", chapters, name="chapters"),
    path("transcripts/<uuid:guid>/<slug:language>.<slug:extension>", transcript, name="transcript"),
]
