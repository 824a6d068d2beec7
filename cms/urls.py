"""All addresses of the site; what is not named here is a Wagtail page."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern
from wagtail.urls import urlpatterns as wagtail_urls

from cms.views import machines
from cms.views.feed import feed, feed_as_json
from cms.views.page import page
from cms.views.readable_feed import feed_stylesheet
from cms.views.search import search
from cms.views.share_image import share_image
from cms.views.sitemap import sitemap, sitemap_list
from cms.views.stylesheet import site_css

PAGE = r"(?P<page_path>(?:[\w\-]+/)*)"
ARCHIVE = r"(?P<archive>[1-9]\d{0,3})"
# All but the view of a page, which is ours.
of_wagtail = [each for each in wagtail_urls if each.name != "wagtail_serve"]

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", machines.healthz, name="healthz"),
    path("healthz/scheduler", machines.scheduler_health, name="scheduler_health"),
    path("robots.txt", machines.robots_txt, name="robots"),
    path("feed.xsl", feed_stylesheet, name="feed_stylesheet"),
    path("site-<slug:fingerprint>.css", site_css, name="stylesheet"),
    path("share/<int:page_id>-<slug:fingerprint>.png", share_image, name="share_image"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("sitemap.xml", sitemap, name="sitemap"),
    re_path(r"^sitemap-(?P<number>[1-9]\d{0,3})\.xml$", sitemap_list, name="sitemap_list"),
    path("", include("podcast.urls")),
    path("", include("stats.urls")),
    # Before those of pages, which may lie at any address.
    path("", include("comments.feed_urls")),
    path("", include("texts.machine_urls")),
    # Wagtail's own pattern takes no dots, so the feeds stand beside it. They find the language themselves.
    re_path(rf"^{PAGE}feed\.xml$", feed, name="feed"),
    re_path(rf"^{PAGE}feed/{ARCHIVE}\.xml$", feed),
    re_path(rf"^{PAGE}feed\.json$", feed_as_json, name="json_feed"),
    re_path(rf"^{PAGE}feed/{ARCHIVE}\.json$", feed_as_json),
    # Empty unless DEBUG: in production nginx sends pictures and documents.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    # What has another address in another language (cms.languages).
    *i18n_patterns(
        path("search/", search, name="search"),
        path("", include("comments.urls")),
        path("", include("texts.urls")),
        path("", include(of_wagtail)),
        re_path(serve_pattern, page, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
