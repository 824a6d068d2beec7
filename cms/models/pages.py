"""What all pages share, and the standard page for legal and other plain texts."""

from __future__ import annotations

from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks import BodyBlock
from cms.models.visibility import BasePageQuerySet, hidden_branches
from cms.page_caching import offered_to_caches

BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class BasePage(Page):
    """The abstract ground of every page; Wagtail's experimental page swap is not used."""

    objects = BasePageManager()
    #: Rows that the page itself shows, fetched with it when its address is asked for.
    shown_with: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Wagtail's route, but a child of the one type there can be is fetched whole, in one query."""
        child = self._child_at(path_components[0]) if path_components else None
        if child is None:
            return super().route(request, path_components)
        child._cached_parent_obj = self
        return child.route(request, path_components[1:])

    def _child_at(self, slug: str) -> Page | None:
        types = self.allowed_subpage_models()
        if len(types) != 1 or not issubclass(types[0], BasePage):
            return None
        children = types[0].objects.child_of(self).select_related(*types[0].shown_with)
        child = children.filter(slug=slug).first()
        return child and child.specific

    @property
    def is_withdrawn(self) -> bool:
        """Whether nobody may see it, though it may be marked live: by its own expiry or a page above."""
        if not self.live or (self.expire_at and self.expire_at <= timezone.now()):
            return True
        return self.path.startswith(hidden_branches().withdrawn)

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if self.is_withdrawn:
            raise Http404
        return offered_to_caches(request, super().serve(request, *args, **kwargs))


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
        return offered_to_caches(request, super().serve(request, *args, **kwargs))


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
