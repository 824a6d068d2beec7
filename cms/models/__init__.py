"""The models every app stands on: pages, pictures, people, settings, and what is searched."""

from cms.models.addresses import FormerAddress
from cms.models.contact import ContactField, ContactPage
from cms.models.edition import Edition
from cms.models.images import Picture, Rendition, fetch_renditions, rendition_url
from cms.models.pages import BasePage, PageWithFeed, StandardPage, completed, route_from
from cms.models.people import Author
from cms.models.search import SearchEntry, SpokenPassage
from cms.models.settings import SiteSettings, brand_for
from cms.models.throttle import Bucket
from cms.models.translated import Translated, Words, translations_field
from cms.models.visibility import BasePageQuerySet, public_among

__all__ = [
    "Author",
    "BasePage",
    "BasePageQuerySet",
    "Bucket",
    "ContactField",
    "ContactPage",
    "Edition",
    "FormerAddress",
    "PageWithFeed",
    "Picture",
    "Rendition",
    "SearchEntry",
    "SiteSettings",
    "SpokenPassage",
    "StandardPage",
    "Translated",
    "Words",
    "brand_for",
    "completed",
    "fetch_renditions",
    "public_among",
    "rendition_url",
    "route_from",
    "translations_field",
]
