"""What all pages share, and the standard page for legal and other plain texts."""

from __future__ import annotations

from copy import copy

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks import BodyBlock
from cms.models.visibility import BasePageQuerySet, hidden_pages
from cms.page_caching import offered_to_caches
from cms.parts import part

BasePageManager = PageManager.from_queryset(BasePageQuerySet)


def route_from(page: Page, request: HttpRequest, path_components: list[str]) -> RouteResult:
    """The route from ``page`` on. Of pages on the way no more is fetched than a way needs."""
    found = page.specific_deferred.route(request, path_components)
    completed(found.page)
    return found


def completed(page: Page) -> Page:
    """The page with all its fields, and with what it shows of other tables where that was to be fetched."""
    if left_out := page.get_deferred_fields():
        above = getattr(page, "_cached_parent_obj", None)
        whole = type(page).objects.for_reading()
        page.refresh_from_db(fields=left_out, from_queryset=whole)
        if above:
            # Forgotten by then, as if the page could have moved.
            page._cached_parent_obj = above
    return page


class BasePage(Page):
    """The abstract ground of every page; Wagtail's experimental page swap is not used."""

    objects = BasePageManager()

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if not path_components:
            return super().route(request, path_components)
        slug, *further = path_components
        try:
            child = self._on_the_way(slug, request) if further else self._child_at(slug)
        except (
            ObjectDoesNotExist
        ):  # A type's own is none of Page's: an abstract class stands between.
            raise Http404 from None
        child._cached_parent_obj = self
        return route_from(child, request, further)

    def _on_the_way(self, slug: str, request: HttpRequest) -> Page:
        """The child, which leads to others and so is asked for by many: no more of it than a way needs."""
        if self._only_child_type():
            return self._child_at(slug)
        known = part(request, ("child", self.pk, slug), lambda: self._child_at(slug))
        # What is known belongs to all requests: each has a page of its own.
        return copy(known)

    def _child_at(self, slug: str) -> Page:
        """The child, whole if there can be only one type of it: then its table is known."""
        only = self._only_child_type()
        children = only.objects.child_of(self).for_reading() if only else self.get_children()
        return children.get(slug=slug)

    def _only_child_type(self) -> type[BasePage] | None:
        types = self.allowed_subpage_models()
        return types[0] if len(types) == 1 and issubclass(types[0], BasePage) else None

    @property
    def is_withdrawn(self) -> bool:
        """Whether nobody may see it, though it may be marked live: by its own expiry or a page above."""
        if not self.live or (self.expire_at and self.expire_at <= timezone.now()):
            return True
        return self.path.startswith(hidden_pages().withdrawn)

    @cached_property
    def canonical(self) -> BasePage:
        """The page to be found by search engines: itself, or what an alias shows again, if that is public."""
        if not self.alias_of_id:
            return self
        source = BasePageQuerySet(Page).public_now().filter(pk=self.alias_of_id).first()
        return source.specific.canonical if source and source.full_url else self

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Wagtail's answer, without its looking through the pages above where there is none."""
        if not self.path.startswith(hidden_pages().restricted):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

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
