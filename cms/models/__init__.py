"""The models every app stands on: pages, pictures, people, settings, and what is searched."""

from cms.models.addresses import FormerAddress
from cms.models.images import Picture, Rendition, rendition_url
from cms.models.pages import BasePage, BasePageQuerySet, PageWithFeed, StandardPage
from cms.models.people import Author
from cms.models.search import SearchEntry, SpokenPassage
from cms.models.settings import SiteSettings

__all__ = [
    "Author",
    "BasePage",
    "BasePageQuerySet",
    "FormerAddress",
    "PageWithFeed",
    "Picture",
    "Rendition",
    "SearchEntry",
    "SiteSettings",
    "SpokenPassage",
    "StandardPage",
    "rendition_url",
]
