"""The admin: authors, components, safe saving, and a word to who publishes a page that says nothing of itself."""

from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.descriptions import warn_of_description
from cms.models import Author
from cms.rich_text import register_page_links
from cms.views.components import components


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "user"
    list_display = ["name", "role"]
    add_to_admin_menu = True
    menu_order = 220


register_snippet(AuthorViewSet)
hooks.register("after_publish_page", warn_of_description)
# After Wagtail's own, whose place it takes.
hooks.register("register_rich_text_features", register_page_links, order=10)


@hooks.register("register_admin_urls")
def components_url() -> list[URLPattern]:
    return [path("components/", components, name="components")]


@hooks.register("register_help_menu_item")
def components_menu_item() -> MenuItem:
    return MenuItem(_("Components"), reverse("components"), icon_name="view", order=900)


@hooks.register("insert_editor_js")
def safe_saving() -> SafeString:
    return format_html(
        '<script src="{}"></script>', versioned_static("cms/admin/one-save-at-a-time.js")
    )
