"""What articles add to the Wagtail admin: categories, and the review of health texts."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.models import Category
from articles.moderation import tell_after_editing, tell_before_editing


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
