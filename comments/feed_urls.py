"""The addresses of the feeds of comments, the same in every language."""

from django.urls import path

from comments.views.feeds import page_comments, site_comments

urlpatterns = [
    path("comments/feed.xml", site_comments, name="comments_feed"),
    path("comments/<int:page_id>/feed.xml", page_comments, name="page_comments_feed"),
]
