"""The addresses of comments."""

from django.urls import path

from comments.views.alerts import reply_alert
from comments.views.own import own_comment
from comments.views.replying import comment_on
from comments.views.riddle import riddle

urlpatterns = [
    path("comments/riddle/", riddle, name="comment_riddle"),
    path("comments/<int:page_id>/", comment_on, name="comment_on"),
    path("comments/replies/<str:token>/", reply_alert, name="reply_alert"),
    path("comments/own/<str:token>/", own_comment, name="own_comment"),
]
