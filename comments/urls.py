"""The addresses of comments."""

from django.urls import path

from comments.views.own import own_comment
from comments.views.replying import comment_on

urlpatterns = [
    path("comments/<int:page_id>/", comment_on, name="comment_on"),
    path("comments/own/<str:token>/", own_comment, name="own_comment"),
]
