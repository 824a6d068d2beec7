"""Lets readers search articles by themselves."""

from __future__ import annotations

from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import ArticlePage
from cms.search.kinds import Kind, register_kind


def _date(article: ArticlePage) -> datetime:
    return timezone.make_aware(datetime.combine(article.date, time()))


register_kind(ArticlePage, Kind("article", _("Articles"), date=_date))
