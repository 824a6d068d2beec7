"""What articles add to the Wagtail admin: categories, and the review of health texts."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.models import Category
from articles.moderation import tell_after_editing, tell_before_editing
from articles.reviews_due import ReviewsDueMenuItem, ReviewsDueView


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "description"]
    search_fields = ["name"]
    add_to_admin_menu = True
    menu_order = 210


register_snippet(CategoryViewSet)

hooks.register("before_edit_page", tell_before_editing)
hooks.register("after_edit_page", tell_after_editing)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/reviews-due/", ReviewsDueView.as_view(), name="reviews_due"),
        path(
            "reports/reviews-due/results/",
            ReviewsDueView.as_view(results_only=True),
            name="reviews_due_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def reviews_due_menu_item() -> MenuItem:
    return ReviewsDueMenuItem(
        _("Reviews due"),
        reverse("reviews_due"),
        name="reviews-due",
        icon_name="calendar-check",
        order=660,
    )
