"""What the counts add to the Wagtail admin: a report."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from stats.reports import PageViewsMenuItem, PageViewsReport


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    view, results = PageViewsReport.as_view(), PageViewsReport.as_view(results_only=True)
    return [
        path("reports/page-views/", view, name="page_views_report"),
        path("reports/page-views/results/", results, name="page_views_report_results"),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return PageViewsMenuItem(
        _("Page views"),
        reverse("page_views_report"),
        name="page-views",
        icon_name="view",
        order=640,
    )
