"""The models every app stands on: pages, pictures, people and the site's settings."""

from cms.models.addresses import FormerAddress
from cms.models.edition import Edition
from cms.models.images import Picture, Rendition, rendition_url
from cms.models.pages import BasePage, PageWithFeed, StandardPage
from cms.models.people import Author
from cms.models.settings import SiteSettings
from cms.models.visibility import BasePageQuerySet

__all__ = [
    "Author",
    "BasePage",
    "BasePageQuerySet",
    "Edition",
    "FormerAddress",
    "PageWithFeed",
    "Picture",
    "Rendition",
    "SiteSettings",
    "StandardPage",
    "rendition_url",
]
