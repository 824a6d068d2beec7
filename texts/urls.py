"""The addresses that readers see, in the language of each."""

from django.urls import path

from texts.views.confirming import confirm, welcome
from texts.views.signing_up import sign_up
from texts.views.stopping import stop_texts

urlpatterns = [
    path("texts/", sign_up, name="texts_sign_up"),
    path("texts/confirm/<str:token>/", confirm, name="texts_confirm"),
    path("texts/welcome/", welcome, name="texts_welcome"),
    path("texts/stop/<str:key>/", stop_texts, name="texts_stop"),
]
