"""What machines are told of a page: search engines, and the sites on which people share it.

The ground does not know the apps above it, so they come to it: ``@about(ArticlePage)`` over a class
that knows articles adds to every article's head what is true of articles only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final

from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms import structured_data as schema
from cms.models import Author, BasePage, Picture, SiteSettings
from cms.share_image import share_image_of
from cms.structured_data import Card, Node
from cms.trail import trail_to

logger = logging.getLogger(__name__)

#: What sites that show a shared page want: about 1.91 to 1, and a JPEG that all of them can read.
CARD_SPEC: Final = "fill-1200x630|format-jpeg"


@dataclass(frozen=True, slots=True)
class Head:
    """A page as its head shows it. Texts are plain; ``address`` is the canonical URL."""

    page: BasePage
    site: Site
    practice: SiteSettings
    title: str
    description: str
    address: str

    @property
    def root_url(self) -> str:
        return self.site.root_url

    @property
    def site_name(self) -> str:
        return site_name(self.practice, self.site)

    @property
    def is_part(self) -> bool:
        """Whether it is a page's further view, such as a category or the second page of a list."""
        return self.address != self.page.canonical.full_url


class AboutPage:
    """What is told of any page. Page types have their own by ``about``."""

    #: og:type, https://ogp.me/#types
    og_type: ClassVar[str] = "website"
    #: schema.org's kind of web page
    kind: ClassVar[str] = "WebPage"
    #: The page's field that holds the picture which stands for it, "" where there is none.
    picture_field: ClassVar[str] = ""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.page: Any = head.page
        self.card = self._card()

    @property
    def picture(self) -> Picture | None:
        return getattr(self.page, self.picture_field) if self.picture_field else None

    @property
    def published(self) -> datetime | None:
        """The one date that readers, search engines and feeds are told."""
        return self.page.first_published_at

    @property
    def changed(self) -> datetime | None:
        # What is to be read may bear a later date than that of its last change.
        moments = (self.published, self.page.last_published_at)
        return max((each for each in moments if each), default=None)

    def web_page(self) -> Node:
        """Properties of the page itself beyond those that every page has."""
        return {}

    def things(self) -> list[Node]:
        """What the page is about; not asked for its further views."""
        return []

    def nodes(self) -> list[Node]:
        head = self.head
        crumbs = schema.breadcrumbs(head.address, self._trail())
        things = [] if head.is_part else self.things()
        nodes = [self._practice(), self._website(), self._web_page(crumbs), crumbs, *things]
        return [each for each in nodes if each]

    def person(self, author: Author, url: str = "") -> Node:
        return schema.person(
            self.head.root_url,
            key=author.slug,
            name=author.name,
            role=author.spoken["role"],
            url=url,
            website=author.website,
        )

    @property
    def publisher(self) -> Node:
        return schema.reference(schema.practice_id(self.head.root_url))

    def _card(self) -> Card | None:
        head = self.head
        return picture_card(self.picture) or share_image_of(
            head.page, head.site_name, head.practice.brand, root_url=head.root_url
        )

    def _trail(self) -> list[tuple[str, str]]:
        pages = trail_to(self.head.page, self.head.site.root_page)
        trail = [(page.title, page.full_url or "") for page in pages]
        return [*trail, (self.head.title, self.head.address)] if self.head.is_part else trail

    def _web_page(self, crumbs: Node | None) -> Node:
        head = self.head
        common = schema.node(
            self.kind,
            id=head.address,
            url=head.address,
            name=head.title,
            description=head.description,
            inLanguage=get_language(),
            isPartOf=schema.reference(schema.website_id(head.root_url)),
            breadcrumb=schema.reference(crumbs["@id"]) if crumbs else None,
            primaryImageOfPage=schema.image(self.card),
            datePublished=self.published,
            dateModified=self.changed,
        )
        return common if head.is_part else common | self.web_page()

    def _website(self) -> Node:
        root_url = self.head.root_url
        return schema.website(
            root_url,
            name=self.head.site_name,
            search_url=f"{root_url}{reverse('search')}?query=",
            language=get_language() or "",
        )

    def _practice(self) -> Node:
        practice = self.head.practice
        return schema.practice(
            self.head.root_url,
            name=self.head.site_name,
            description=" ".join(practice.about.split()),
            logo=original_card(practice.logo, self.head.root_url),
            address=practice.address,
            phone=practice.phone,
            email=practice.email,
            map_url=practice.map_url,
            profiles=[block["value"]["url"] for block in practice.profiles.raw_data],
        )


def site_name(practice: SiteSettings, site: Site) -> str:
    """What the site calls itself: the practice's name, else the site's, else its host's."""
    return practice.practice_name or site.site_name or site.hostname


def picture_card(picture: Picture | None) -> Card | None:
    """The picture cut for sharing; None without one, or where its file is gone."""
    if picture is None:
        return None
    try:
        drawn = picture.get_rendition(CARD_SPEC)
    except OSError:
        logger.exception("Picture %s cannot be drawn", picture.pk)
        return None
    return Card(drawn.full_url, drawn.width, drawn.height, picture.default_alt_text)


def original_card(picture: Picture | None, root_url: str) -> Card | None:
    """The picture as it was uploaded, which costs no query."""
    if picture is None:
        return None
    url = picture.file.url
    return Card(
        url if "://" in url else root_url + url,
        picture.width,
        picture.height,
        picture.default_alt_text,
    )


_kinds: dict[type[Page], type[AboutPage]] = {}


def about(page_type: type[Page]) -> Callable[[type[AboutPage]], type[AboutPage]]:
    """Register the decorated class as the one that tells of pages of ``page_type``."""

    def register(kind: type[AboutPage]) -> type[AboutPage]:
        _kinds[page_type] = kind
        return kind

    return register


def about_page(head: Head) -> AboutPage:
    return _kinds.get(type(head.page), AboutPage)(head)


def picture_fields() -> dict[type[Page], str]:
    """The page types that have a picture of their own, and the field that holds it."""
    return {
        page_type: kind.picture_field for page_type, kind in _kinds.items() if kind.picture_field
    }
