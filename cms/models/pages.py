"""What all pages share, and the standard page for legal and other plain texts."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from cms.blocks import BodyBlock


def withdrawn() -> Q:
    """What tells that a page is not, or no longer, to be seen by anybody."""
    return Q(live=False) | Q(expire_at__lte=timezone.now())


class BasePageQuerySet(PageQuerySet):
    """Page queries that know what a stranger may see."""

    def public_now(self) -> Self:
        """Pages that are published, not expired, under no view restriction, nor below one that is not.

        Wagtail only takes an expired page down when ``publish_scheduled`` runs next, and leaves the
        pages below an unpublished one as they are: for a reader they went with it.
        """
        pages = self.public().exclude(withdrawn())
        branches = Page.objects.filter(withdrawn(), numchild__gt=0)
        for path in branches.values_list("path", flat=True):
            pages = pages.exclude(path__startswith=path)
        return pages


BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class BasePage(Page):
    """The abstract ground of every page; Wagtail's experimental page swap is not used."""

    objects = BasePageManager()

    class Meta:
        abstract = True

    @property
    def is_withdrawn(self) -> bool:
        """Whether nobody may see it, though it may be marked live: by its own expiry or a page above."""
        return self.get_ancestors(inclusive=True).filter(withdrawn()).exists()

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if self.is_withdrawn:
            raise Http404
        return super().serve(request, *args, **kwargs)


class PageWithFeed(RoutablePageMixin, BasePage):
    """A page whose feed stands at ``feed.xml`` below it; its type is registered with ``feed_of``."""

    class Meta:
        abstract = True

    @property
    def feed_url(self) -> str:
        """The address with host, as listeners' and readers' programs store it."""
        return f"{self.full_url}feed.xml"

    @property
    def feed_moved_to(self) -> str:
        """The address of the feed at another host, or nothing while it is here."""
        return ""

    @property
    def json_feed_url(self) -> str:
        """The address with host of the same feed as JSON Feed."""
        return f"{self.full_url}feed.json"

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        # The mixin calls a route's view, the page's own too, without asking the classes below it.
        if self.is_withdrawn:
            raise Http404
        return super().serve(request, *args, **kwargs)


class StandardPage(BasePage):
    """A plain page: about us, imprint, privacy, terms."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    show_in_footer = models.BooleanField(
        _("show in footer"), default=False, help_text=_("For legal pages.")
    )

    content_panels = [*Page.content_panels, FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("show_in_footer")]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    template = "cms/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
