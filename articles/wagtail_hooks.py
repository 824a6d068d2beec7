"""Categories in the Wagtail admin."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.models import Category


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "description"]
    search_fields = ["name"]
    add_to_admin_menu = True
    menu_order = 210


register_snippet(CategoryViewSet)
