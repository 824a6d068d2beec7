"""The one address of the counts."""

from django.urls import path

from stats.views import seen

urlpatterns = [path("stats/seen/", seen, name="seen")]
