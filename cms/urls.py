"""All addresses of the site."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap

from cms.views import machines
from cms.views.search import search

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("search/", search, name="search"),
    path("healthz", machines.healthz, name="healthz"),
    path("robots.txt", machines.robots_txt, name="robots"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path(
        "sitemap.xml",
        sitemap,
        {"sitemaps": {"pages": machines.PublicSitemap}},
        name="sitemap",
    ),
    # Empty unless DEBUG: in production nginx sends pictures and documents.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include(wagtail_urls)),
]
